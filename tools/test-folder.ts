/** Set up once for all tests of a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Whatever tests put where temporary files go lies in one folder, which is gone when they are done:
 * some four hundred folders a run stayed behind otherwise.
 */
export default function setUp(): (() => void) | undefined {
  // Each project asks for it, and all have the same.
  if (process.env['FORMSTEAD_TEST_FOLDER'] !== undefined) return undefined;
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'formstead-tests-'));
  process.env['FORMSTEAD_TEST_FOLDER'] = folder;
  process.env['TMPDIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    delete process.env['FORMSTEAD_TEST_FOLDER'];
  };
}
