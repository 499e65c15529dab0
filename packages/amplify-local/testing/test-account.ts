import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startAccount, type Account } from '../account/local-account.ts';

export type TestAccount = Account & {
  readonly folder: string;
  /** The settings for SDK clients. */
  readonly client: object;
  /** Stops it and starts it again with the same state. */
  restart(): Promise<TestAccount>;
};

/** For tests: starts an empty account, to be used through SDK clients. */
export async function testAccount(): Promise<TestAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-account-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return open(folder);
}

async function open(folder: string): Promise<TestAccount> {
  const ports = { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0 };
  const account = await startAccount({ folder, ports, log: () => {} });
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= account.close());
  onTestFinished(close);
  return {
    ...account,
    folder,
    client: {
      endpoint: account.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    },
    close,
    async restart() {
      await close();
      return open(folder);
    },
  };
}
