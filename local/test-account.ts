import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startAccount, type Account } from './account.ts';

export type TestAccount = Account & {
  readonly folder: string;
  /** What the SDK's clients are to be made with. */
  readonly client: object;
  /** Stops it, and starts it again over what it left. */
  again(): Promise<TestAccount>;
};

/** For tests: an empty account of their own, as the SDK's own clients see it. */
export async function testAccount(): Promise<TestAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-account-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return open(folder);
}

async function open(folder: string): Promise<TestAccount> {
  const ports = { api: 0, cognito: 0, inbox: 0, aws: 0 };
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
    async again() {
      await close();
      return open(folder);
    },
  };
}
