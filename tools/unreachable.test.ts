import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reasonOf } from './unreachable.ts';

const house = resolve(import.meta.dirname, '..');

/** A folder where the cloud has run once, and runs no longer; or, without an address, never. */
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
  return spawnSync(process.execPath, [join(house, 'tools', command)], {
    cwd,
    env,
    encoding: 'utf8',
  });
}

// Nobody may listen on the lowest port there is.
const stopped = 'http://127.0.0.1:1';

test.each(['token.ts', 'resend-mail.ts'])(
  '%s says that the cloud does not run, and what starts it',
  (command) => {
    const { status, stdout, stderr } = run(command, folderOfCloud(stopped));
    expect((stdout + stderr).trim()).toBe(
      `Nobody answers at ${stopped}. Start the local cloud first, in another terminal: npm start`,
    );
    expect(status).toBe(1);
  },
);

test('where no cloud has ever run, a token is not asked for', () => {
  expect(run('token.ts', folderOfCloud())).toMatchObject({
    status: 1,
    stderr: 'There is no backend to sign in to yet: run npm start first.\n',
  });
});

test('what is no failure to connect keeps its own words', () => {
  expect(reasonOf(new Error('Incorrect username or password.'), stopped)).toBe(
    'Incorrect username or password.',
  );
  expect(reasonOf('odd')).toBe('odd');
  expect(reasonOf(new TypeError('fetch failed'))).toBe(
    'AWS could not be reached. Is there a connection?',
  );
});
