import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit } from './version-plugin.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'formstead-'));

test('the commit comes from Amplify Hosting, unless the value is no commit', () => {
  expect(commit({ AWS_COMMIT_ID: '0123456789abcdef0123456789abcdef01234567' })).toBe('0123456');
  expect(commit({ AWS_COMMIT_ID: 'HEAD' }, folder())).toBe('');
});

test('outside a repository there is no commit', () => {
  expect(commit({}, folder())).toBe('');
});

test('a repository’s commit is marked if there are uncommitted changes', () => {
  const repository = folder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  const file = join(repository, 'file');
  writeFileSync(file, 'one');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'one');
  const id = git('rev-parse', '--short=7', 'HEAD');
  expect(commit({}, repository)).toBe(id);
  writeFileSync(file, 'two');
  expect(commit({}, repository)).toBe(`${id}-dirty`);
});
