import { join } from 'node:path';
import { build as bundleWithEsbuild } from 'esbuild';
import { build as bundleWithVite } from 'vite';
import viteConfig from '../../vite.config.ts';

type Bundles = { readonly browser: string; readonly lambda: string };

/** Bundles both sides as they are deployed: by Vite with the app's minifier, and by esbuild as CDK calls it. */
export async function buildBundles(folder: string): Promise<Bundles> {
  const { minify = false, terserOptions = {} } = viteConfig.build ?? {};
  await bundleWithVite({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify,
      terserOptions,
      lib: {
        entry: join(import.meta.dirname, 'on-device.ts'),
        formats: ['es'],
        fileName: () => 'browser.js',
      },
    },
  });
  const lambda = join(folder, 'lambda.mjs');
  await bundleWithEsbuild({
    entryPoints: [join(import.meta.dirname, 'in-lambda.ts')],
    outfile: lambda,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
  });
  return { browser: join(folder, 'browser.js'), lambda };
}
