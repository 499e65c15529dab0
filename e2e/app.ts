import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startHosting, type Served } from './hosting.ts';
import { builtOnce } from './built-once.ts';
import type { World } from './world.ts';

/** The production build of the app against a world's cloud, served as a host would. */
export type App = AsyncDisposable & { readonly url: string };

/** The app that was built once for all tests; built for this world where none was. */
export async function serveApp({ cloud, folder }: Pick<World, 'cloud' | 'folder'>): Promise<App> {
  const built = builtOnce();
  if (built !== undefined) {
    const { apiUrl, cognito } = cloud;
    return serveBuilt(built, { origins: { api: new URL(apiUrl).origin, cognito: cognito.url } });
  }
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

export async function serveBuilt(outDir: string, served: Served = {}): Promise<App> {
  const server = await startHosting(outDir, served);
  return {
    url: `http://localhost:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
