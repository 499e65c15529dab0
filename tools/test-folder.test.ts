import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

test('what a test leaves behind lies in the folder that is gone when all are done', () => {
  const left = mkdtempSync(join(tmpdir(), 'left-'));
  expect(basename(dirname(left))).toMatch(/^formstead-tests-/);
});
