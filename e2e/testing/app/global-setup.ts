import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './build-app.ts';
import { prebuiltApp } from './prebuilt-app.ts';
import { placeholderOrigins, withOrigins } from './app-origins.ts';
import { startTestBackend, synthesizeInto } from '../backend/test-backend.ts';

/**
 * Runs once before all tests, even if several projects run together: synthesizes the backend and builds the
 * app. Every test file still starts a backend of its own.
 */
export default async function setUp(): Promise<() => void> {
  if (prebuiltApp() !== undefined) return () => {};
  // `npm run verify -- iam` runs many times tests that need no app.
  if (process.env['FORMSTEAD_SYNTHESIZED'] !== undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'formstead-e2e-'));
  process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizeInto(folder);
  const outDir = join(folder, 'dist');
  await using backend = await startTestBackend();
  await buildApp({
    outputs: withOrigins(await backend.cloud.outputs(), placeholderOrigins),
    outDir,
  });
  process.env['FORMSTEAD_BUILT'] = outDir;
  return () => rmSync(folder, { recursive: true });
}
