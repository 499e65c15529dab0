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
  const cache = process.env['NODE_COMPILE_CACHE'];
  // Many tests start programs, most of them the same ones: Node compiles each file once.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    if (cache === undefined) delete process.env['NODE_COMPILE_CACHE'];
    else process.env['NODE_COMPILE_CACHE'] = cache;
    delete process.env['FORMSTEAD_TEST_FOLDER'];
  };
}
