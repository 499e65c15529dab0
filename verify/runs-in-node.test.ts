import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';

test('Node can run each file, as commands and claims do: its parser is not the one of the other tests', () => {
  const listed = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).trim().split('\n');
  const files = listed.filter((it) => !it.endsWith('.d.ts'));
  expect(files.length).toBeGreaterThan(1000);
  const unreadable = files.filter((file) => {
    try {
      stripTypeScriptTypes(readFileSync(file, 'utf8'));
      return false;
    } catch {
      return true;
    }
  });
  expect(unreadable).toEqual([]);
});
