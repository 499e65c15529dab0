import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

test('temporary files of tests are in the folder that is deleted at the end', () => {
  const left = mkdtempSync(join(tmpdir(), 'left-'));
  expect(basename(dirname(left))).toMatch(/^formstead-tests-/);
});
