import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { accountEnvironment } from '../local/account-environment.ts';
import { copyHouse } from '../tools/copy-house.js';
import type { Outputs } from '../tools/sign-in.ts';

/** A copy of the house, an AWS account of its own, and Amplify's own command to use it with. */
export type Desk = AsyncDisposable & {
  readonly copy: string;
  /** `npx ampx …`, unmodified, with nothing but the environment to say where AWS is; gives what it said. */
  ampx(words: string, input?: string): Promise<string>;
  /** What ampx wrote, read now. */
  outputs(): Outputs;
  /** Ends the account as the loss of power would, and starts it again. */
  crash(): Promise<void>;
  /** Where the account is, and the inbox once something is deployed. */
  readonly awsUrl: string;
  inboxUrl(): Promise<string>;
};

export async function openDesk(): Promise<Desk> {
  const copy = copyHouse();
  let said = '';
  let account = start();

  function start(): ChildProcess {
    said = '';
    const child = spawn(process.execPath, ['local/start-account.ts'], { cwd: copy });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (said += String(data)));
    return child;
  }

  async function until(words: RegExp): Promise<string> {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = words.exec(said)?.[1];
      if (found !== undefined) return found;
      await wait(100);
    }
    throw new Error(`The account never said ${String(words)}, but: ${said}`);
  }

  const awsUrl = await until(/AWS_ENDPOINT_URL=(\S+)/);
  return {
    copy,
    awsUrl,
    inboxUrl: () => until(/Inbox\s+(http\S+)/),

    async ampx(words, input = '') {
      const child = spawn('npx', ['ampx', ...words.split(' ')], {
        cwd: copy,
        shell: process.platform === 'win32',
        env: { ...process.env, ...accountEnvironment(awsUrl) },
      });
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => (printed += String(data)));
      child.stdin.end(input);
      await once(child, 'close');
      return printed;
    },

    outputs: () => JSON.parse(readFileSync(join(copy, 'amplify_outputs.json'), 'utf8')) as Outputs,

    async crash() {
      await end('SIGKILL');
      account = start();
      if ((await until(/AWS_ENDPOINT_URL=(\S+)/)) !== awsUrl)
        throw new Error('Somebody else took the account’s port meanwhile.');
    },

    async [Symbol.asyncDispose]() {
      await end('SIGINT');
      if (existsSync(copy)) rmSync(copy, { recursive: true, force: true });
    },
  };

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (account.exitCode !== null || account.signalCode !== null) return;
    account.kill(signal);
    await once(account, 'exit');
  }
}
