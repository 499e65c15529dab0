import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoAccounts, demoPassword } from '../../../dev/demo-accounts.ts';
import { copyProject } from '../../../tools/copy-project.js';
import { takeTurn } from '../../../tools/testing/take-turn.ts';
import type { Outputs } from '../../../tools/operate/cognito-sign-in.ts';
import { signInTo, type SignedInPerson } from '../backend/signed-in-person.ts';

/** `npm start`, in a copy of the project that a test can change. */
export type RunningCopy = AsyncDisposable & {
  readonly copy: string;
  readonly pid: number;
  /** A demo account, signed in. */
  readonly person: SignedInPerson;
  readonly appUrl: string;
  /** The output of the terminal since the start, or since `clearOutput`. */
  output(): string;
  clearOutput(): void;
  /** Waits for a text in the output, up to 100 seconds. */
  until(expected: string): Promise<void>;
};

/** What a test can use before it has started. */
export type StartingCopy = Pick<RunningCopy, 'copy' | 'output' | 'until'>;

export async function startProjectCopy(
  changeCopy: (copy: string) => void = () => {},
  whileStarting: (starting: StartingCopy) => Promise<void> = async () => {},
): Promise<RunningCopy> {
  const copy = copyProject();
  changeCopy(copy);
  // Looking for a free port and listening on it are two steps, so two starts could pick the same port.
  await using _starting = await takeTurn('start');
  const command = spawn(process.execPath, ['dev/start.ts'], { cwd: copy });
  let output = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (data) => (output += String(data)));

  async function until(expected: string): Promise<void> {
    for (let tries = 0; tries < 1000 && !output.includes(expected); tries += 1) await wait(100);
    if (!output.includes(expected))
      throw new Error(`The terminal never printed “${expected}”, but: ${output}`);
  }

  await whileStarting({ copy, output: () => output, until });
  await until(' is running. (');
  const file = join(copy, '.local/amplify_outputs.json');
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  const username = demoAccounts[0]?.email ?? '';
  return {
    copy,
    pid: command.pid ?? 0,
    person: await signInTo(outputs, { username, password: demoPassword }),
    appUrl: /App\s+(http\S+)/.exec(output)?.[1] ?? '',
    output: () => output,
    clearOutput: () => void (output = ''),
    until,
    async [Symbol.asyncDispose]() {
      command.kill('SIGINT');
      if (command.exitCode === null) await once(command, 'exit');
      // A child that is just ending may still write.
      rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
