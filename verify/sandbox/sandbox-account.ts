import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { accountEnvironment } from '../../packages/amplify-local/account/account-environment.ts';
import { copyProject } from '../../tools/copy-project.js';
import type { Outputs } from '../../tools/operate/cognito-sign-in.ts';

/** A copy of the project, an AWS account for it, and Amplify's own command. */
export type SandboxAccount = AsyncDisposable & {
  readonly copy: string;
  /** Runs `npx ampx …`, unmodified; only the environment says where AWS is. Returns its output. */
  ampx(args: string, input?: string): Promise<string>;
  /** Reads the outputs that ampx wrote. */
  outputs(): Outputs;
  /** Kills the account without warning and starts it again. */
  crash(): Promise<void>;
  /** The addresses of the account and, after a deployment, of the inbox. */
  readonly awsUrl: string;
  inboxUrl(): Promise<string>;
};

export async function openSandboxAccount(): Promise<SandboxAccount> {
  const copy = copyProject();
  let output = '';
  let account = start();

  function start(): ChildProcess {
    output = '';
    const child = spawn(process.execPath, ['dev/start-account.ts'], { cwd: copy });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (output += String(data)));
    return child;
  }

  async function until(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = pattern.exec(output)?.[1];
      if (found !== undefined) return found;
      await wait(100);
    }
    throw new Error(`The account never printed ${String(pattern)}, but: ${output}`);
  }

  const awsUrl = await until(/AWS_ENDPOINT_URL=(\S+)/);
  return {
    copy,
    awsUrl,
    inboxUrl: () => until(/Inbox\s+(http\S+)/),

    async ampx(args, input = '') {
      const child = spawn('npx', ['ampx', ...args.split(' ')], {
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
        throw new Error('Another program took the account’s port meanwhile.');
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
