import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startHosting } from './hosting.ts';
import type { World } from './world.ts';

/** The production build of the app against a world's cloud, served as a host would. */
export type App = AsyncDisposable & { readonly url: string };

export async function serveApp({ cloud, folder }: Pick<World, 'cloud' | 'folder'>): Promise<App> {
  const outDir = join(folder, 'dist');
  await buildApp({ outputs: await cloud.outputs(), outDir });
  return serveBuilt(outDir);
}

type Building = {
  /** What the app is told of its cloud. */
  readonly outputs: object;
  readonly outDir: string;
  /** The project to build; this one when left out. */
  readonly house?: string;
};

/** `vite build`, as it is run before a deployment. */
export async function buildApp({ outputs, outDir, house = '.' }: Building): Promise<void> {
  const file = `${outDir}-outputs.json`;
  writeFileSync(file, JSON.stringify(outputs));
  const command = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [...command, '--emptyOutDir', '--outDir', outDir], {
    cwd: resolve(house),
    // vitest's own "test" would build the service worker with its debugging words.
    env: { ...process.env, NODE_ENV: 'production', AMPLIFY_OUTPUTS: file },
  });
}

/** @param port where it has to be; any that is free when left out */
export async function serveBuilt(outDir: string, port?: number): Promise<App> {
  const server = await startHosting(outDir, port);
  return {
    url: `http://localhost:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
