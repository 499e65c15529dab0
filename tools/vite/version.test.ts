import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit } from './version.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'formstead-'));

test('Amplify Hosting says which commit it builds; what is no commit is not believed', () => {
  expect(commit({ AWS_COMMIT_ID: '0123456789abcdef0123456789abcdef01234567' })).toBe('0123456');
  expect(commit({ AWS_COMMIT_ID: 'HEAD' }, folder())).toBe('');
});

test('a folder that is no repository has no commit', () => {
  expect(commit({}, folder())).toBe('');
});

test('a repository says its commit, and whether more than that was built', () => {
  const repository = folder();
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
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
