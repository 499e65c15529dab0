import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failureText } from './connection-error.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** A folder where the cloud has run but is stopped; without a URL, where it has never run. */
function folderOfCloud(url?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-stopped-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (!url) return folder;
  mkdirSync(join(folder, '.local'));
  writeFileSync(
    join(folder, '.local/amplify_outputs.json'),
    JSON.stringify({
      version: '1.5',
      auth: { aws_region: 'us-east-1', user_pool_id: 'us-east-1_a', user_pool_client_id: 'a' },
      custom: { userPoolEndpoint: url, awsEndpoint: url, API: { formstead: { endpoint: url } } },
    }),
  );
  return folder;
}

function run(command: string, cwd: string) {
  const { AWS_ENDPOINT_URL: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(projectRoot, 'tools/operate', command)], {
    cwd,
    env,
    encoding: 'utf8',
  });
}

// Only root can listen on the lowest port.
const stopped = 'http://127.0.0.1:1';

test.each(['print-token.ts', 'resend-mail.ts'])(
  '%s says that the cloud does not run, and what starts it',
  (command) => {
    const { status, stdout, stderr } = run(command, folderOfCloud(stopped));
    expect((stdout + stderr).trim()).toBe(
      `Nothing is running at ${stopped}. In another terminal, run: npm start`,
    );
    expect(status).toBe(1);
  },
);

test('without a cloud, npm run token says what to do', () => {
  expect(run('print-token.ts', folderOfCloud())).toMatchObject({
    status: 1,
    stderr: 'There is no backend to sign in to yet: run npm start first.\n',
  });
});

test('other failures keep their message', () => {
  expect(failureText(new Error('Incorrect username or password.'), stopped)).toBe(
    'Incorrect username or password.',
  );
  expect(failureText('odd')).toBe('odd');
  expect(failureText(new TypeError('fetch failed'))).toBe(
    'Could not reach AWS. Check your connection.',
  );
});
