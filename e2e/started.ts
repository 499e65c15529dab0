import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoAccounts, demoPassword } from '../local/demo-accounts.ts';
import { copyHouse } from '../tools/copy-house.js';
import type { Outputs } from '../tools/sign-in.ts';
import { signInTo, type Person } from './person.ts';

/** `npm start` as a person runs it, in a copy of the house that can be changed. */
export type Started = AsyncDisposable & {
  readonly copy: string;
  readonly pid: number;
  /** The demo person, signed in. */
  readonly person: Person;
  readonly appUrl: string;
  /** What the terminal has said, since the start or since it was last forgotten. */
  said(): string;
  forget(): void;
  /** Waits for the terminal to say it; as long as a busy machine may take. */
  until(words: string): Promise<void>;
};

/** What can be seen of it before it has started. */
export type Starting = Pick<Started, 'copy' | 'said' | 'until'>;

export async function startCopy(
  prepare: (copy: string) => void = () => {},
  meanwhile: (starting: Starting) => Promise<void> = async () => {},
): Promise<Started> {
  const copy = copyHouse();
  prepare(copy);
  await using _starting = await aloneToStart();
  const command = spawn(process.execPath, ['local/start.ts'], { cwd: copy });
  let said = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (data) => (said += String(data)));

  async function until(words: string): Promise<void> {
    for (let tries = 0; tries < 1000 && !said.includes(words); tries += 1) await wait(100);
    if (!said.includes(words)) throw new Error(`The terminal never said “${words}”, but: ${said}`);
  }

  await meanwhile({ copy, said: () => said, until });
  await until('Formstead is running');
  const file = join(copy, '.local/amplify_outputs.json');
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  const username = demoAccounts[0]?.email ?? '';
  return {
    copy,
    pid: command.pid ?? 0,
    person: await signInTo(outputs, { username, password: demoPassword }),
    appUrl: /App\s+(http\S+)/.exec(said)?.[1] ?? '',
    said: () => said,
    forget: () => void (said = ''),
    until,
    async [Symbol.asyncDispose]() {
      command.kill('SIGINT');
      if (command.exitCode === null) await once(command, 'exit');
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** To look for a free port and to listen on it are two steps: those who start at once would find the same. */
async function aloneToStart(): Promise<AsyncDisposable> {
  // The parent of all workers of one run.
  const lock = join(tmpdir(), `formstead-starting-${process.ppid}`);
  while (!isMade(lock)) await wait(100);
  return { [Symbol.asyncDispose]: async () => rmdirSync(lock) };
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
