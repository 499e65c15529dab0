import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export const peers = ['crud', 'middy', 'hono', 'powertools'] as const;
export type Peer = (typeof peers)[number];

/**
 * Which build of a package esbuild prefers: CommonJS, its default for Node, or ES modules, from which it
 * removes unused code. Amplify uses the default; whoever measures uses the second.
 */
const mainFields = { stock: ['main', 'module'], lean: ['module', 'main'] };
export type Build = keyof typeof mainFields;

/** Each peer, bundled like Amplify bundles a function by default, or better. */
export async function bundlePeers(folder: string, how: Build): Promise<Record<Peer, string>> {
  const bundled = await Promise.all(
    peers.map(async (peer) => {
      const entry = join(import.meta.dirname, '..', 'peers', 'functions', `${peer}.ts`);
      return [peer, await bundleAsAmplify(entry, join(folder, `${peer}.${how}.mjs`), how)] as const;
    }),
  );
  return Object.fromEntries(bundled) as Record<Peer, string>;
}

/**
 * The options that `@aws-amplify/backend-function` makes CDK pass to esbuild: see its factory.js, and CDK's
 * bundling.ts.
 */
async function bundleAsAmplify(
  entry: string,
  outfile: string,
  how: Build = 'stock',
): Promise<string> {
  const shims = join(
    dirname(createRequire(import.meta.url).resolve('@aws-amplify/backend-function')),
    'lambda-shims',
  );
  const banner = ['resolve_ssm_params.js', 'invoke_ssm_shim.js']
    .map((file) => readFileSync(join(shims, file), 'utf8'))
    .join('')
    .split(/\r?\n/)
    .map((line) => line.replace(/\/\/.*$/, ''))
    .join('');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: mainFields[how],
    banner: { js: banner },
    inject: [join(shims, 'cjs_shim.js')],
    loader: { '.node': 'file' },
    logLevel: 'error',
  });
  return outfile;
}

/**
 * How much the size of our mail function, bundled like the peers, differs from Amplify's own bundle. Checks
 * the comparison.
 */
export async function bundlingError(mail: string, folder: string): Promise<number> {
  const entry = join(import.meta.dirname, '..', '..', 'amplify', 'mail', 'handler.ts');
  const again = await bundleAsAmplify(entry, join(folder, 'again.mjs'));
  return Math.abs(statSync(again).size - statSync(mail).size);
}
