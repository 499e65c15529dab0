import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { freePortFrom } from '../local/ports.ts';
import type { World } from './world.ts';

/** The production build of the app against a world's cloud, served as a host would. */
export type App = AsyncDisposable & { readonly url: string };

export async function serveApp({ cloud, folder }: World): Promise<App> {
  const outputs = join(folder, 'amplify_outputs.json');
  writeFileSync(outputs, JSON.stringify(await cloud.outputs()));
  process.env['AMPLIFY_OUTPUTS'] = outputs;
  const outDir = join(folder, 'dist');
  // vitest's own "test" would build the service worker with its debugging words.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'error', build: { outDir } });
  const port = await freePortFrom(24_000);
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port } });
  return {
    url: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
