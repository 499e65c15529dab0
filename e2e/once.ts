import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './app.ts';
import { builtOnce } from './built-once.ts';
import { builtWith, withOrigins } from './origins.ts';
import { openWorld, synthesizedIn } from './world.ts';

/**
 * What all journeys have in common is made once, before the first of them, also where two kinds of them
 * are run together: the synthesized backend, and the app. Each still has a world of its own.
 */
export default async function once(): Promise<() => void> {
  if (builtOnce() !== undefined) return () => {};
  // `npm run prove:iam` runs tests that need no app, many times.
  if (process.env['FORMSTEAD_SYNTHESIZED'] !== undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'formstead-once-'));
  process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizedIn(folder);
  const outDir = join(folder, 'dist');
  await using world = await openWorld();
  await buildApp({ outputs: withOrigins(await world.cloud.outputs(), builtWith), outDir });
  process.env['FORMSTEAD_BUILT'] = outDir;
  return () => rmSync(folder, { recursive: true });
}
