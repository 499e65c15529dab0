/** Runs once before all tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives all tests one temporary folder and deletes it afterwards, since a run used to leave some four hundred
 * folders behind.
 */
export default function setUp(): (() => void) | undefined {
  // Every project calls this, and all share one folder.
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
