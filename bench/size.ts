import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bundleOf } from './bundle.ts';

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** The app's size does not depend on where its backend is. */
const anyBackend = {
  version: '1.5',
  auth: { user_pool_id: 'us-east-1_aaaaaaaaa', aws_region: 'us-east-1', user_pool_client_id: 'a' },
  custom: {
    API: {
      formstead: {
        endpoint: 'https://a.execute-api.us-east-1.amazonaws.com/v1/',
        region: 'us-east-1',
      },
    },
  },
};

/** What people download. */
export async function appSizes(folder: string) {
  const outputs = join(folder, 'amplify_outputs.json');
  writeFileSync(outputs, JSON.stringify(anyBackend));
  process.env['AMPLIFY_OUTPUTS'] = outputs;
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'error', build: { outDir, manifest: true } });
  const manifest = JSON.parse(
    readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  const onTopOf = (some: string[], name: string) => {
    const key = Object.keys(manifest).find((it) => it.includes(name)) ?? '';
    return loadedBy(manifest, key).filter((file) => !some.includes(file));
  };
  const signIn = onTopOf(first, 'authenticator');
  const device = onTopOf(first, 'open-device');
  const desk = onTopOf(first, 'desk-page');
  const kilobytes = (files: string[]) =>
    files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length,
      0,
    ) / 1000;
  return {
    'first-load JavaScript of the form page (kB, gzip)': kilobytes(
      first.filter((it) => it.endsWith('.js')),
    ),
    'stylesheet of the form page (kB, gzip)': kilobytes(first.filter((it) => it.endsWith('.css'))),
    'drafts and outbox, right after the form (kB, gzip)': kilobytes(device),
    "owner's desk on top (kB, gzip)": kilobytes(desk),
    'sign-in page on top (kB, gzip)': kilobytes(signIn),
    'service worker (kB, gzip)': kilobytes(['service-worker.js']),
  };
}

/** A chunk's file, its styles, and those of every chunk it imports before it runs. */
function loadedBy(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk ${key}.`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? [])
    if (!seen.has(manifest[next]?.file ?? '')) loadedBy(manifest, next, seen);
  return [...seen];
}

/** What Lambda loads. */
export function bundleSizes(assembly: string) {
  const kB = (stack: 'api' | 'mail') => statSync(bundleOf(assembly, stack)).size / 1000;
  return { "API function's bundle (kB)": kB('api'), "mail function's bundle (kB)": kB('mail') };
}
