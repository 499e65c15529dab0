import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { prebuiltApp, reportPrepared } from './prebuilt-app.ts';

/**
 * Runs once before all tests, even if several projects run together: synthesizes the backend and builds the
 * app. Every test file still starts a backend of its own. Tests without a browser run meanwhile; the others
 * wait for it: `journey-test-setup.ts`.
 */
export default function setUp(): () => Promise<void> {
  if (prebuiltApp() !== undefined) return async () => {};
  // `npm run verify -- iam` runs many times tests that need no app.
  if (process.env['FORMSTEAD_SYNTHESIZED'] !== undefined) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), 'formstead-e2e-'));
  const prepared = prepare(folder);
  process.env['FORMSTEAD_SYNTHESIZED'] = join(folder, 'cdk.out');
  process.env['FORMSTEAD_BUILT'] = join(folder, 'dist');
  return async () => {
    await prepared;
    rmSync(folder, { recursive: true });
  };
}

async function prepare(folder: string): Promise<void> {
  const script = join(import.meta.dirname, 'prepare-app.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [printed, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  reportPrepared(folder, code === 0 ? '' : `The app was not built: ${printed}`);
}
