import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { anyFreePort } from '../../local/ports.ts';
import { buildApp } from '../app.ts';
import { throughWeather, type Ports } from '../weather.ts';
import { openWorld } from '../world.ts';

/** The app as all the tests of this folder use it. */
export type Built = { readonly outDir: string; readonly ports: Ports };

declare module 'vitest' {
  // A type can be added to an interface only.
  interface ProvidedContext {
    readonly built: Built;
  }
}

/** Builds it before the first of them: every world has the same user pool, on other ports. */
export default async function buildOnce({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-offline-'));
  const outDir = join(folder, 'dist');
  const ports = { api: await anyFreePort(), cognito: await anyFreePort() };
  await using world = await openWorld();
  await buildApp({ outputs: throughWeather(await world.cloud.outputs(), ports), outDir });
  provide('built', { outDir, ports });
  return () => rmSync(folder, { recursive: true });
}
