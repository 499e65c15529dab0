import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../local/ports.ts';
import { buildApp } from './app.ts';
import type { Ports } from './weather.ts';
import { openWorld, synthesizedIn } from './world.ts';

/** The app that every stage and every field shows, and where it looks for its cloud. */
export type Built = { readonly outDir: string; readonly ports: Ports };

/**
 * What all journeys have in common is made once, before the first of them, also where two kinds of them
 * are run together: the synthesized backend, and the app. Each still has a world of its own.
 */
export default async function once(): Promise<() => void> {
  if (builtOnce()) return () => {};
  // `npm run prove:iam` runs tests that need no app, many times.
  if (process.env['FORMSTEAD_SYNTHESIZED'] !== undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'formstead-once-'));
  process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizedIn(folder);
  const ports = { api: await anyFreePort(), cognito: await anyFreePort() };
  const outDir = join(folder, 'dist');
  await using world = await openWorld(undefined, undefined, ports);
  await buildApp({ outputs: await world.cloud.outputs(), outDir });
  process.env['FORMSTEAD_BUILT'] = JSON.stringify({ outDir, ports } satisfies Built);
  return () => rmSync(folder, { recursive: true });
}

/** Nothing outside of the journeys, in the scripts that prove one thing. */
export function builtOnce(): Built | undefined {
  const built = process.env['FORMSTEAD_BUILT'];
  return built === undefined ? undefined : (JSON.parse(built) as Built);
}
