/** `npm run bench`: what people download and what Lambda loads, against `budgets.json`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { readAssembly } from '../local/template/assembly.ts';
import { synthesize } from '../local/template/synthesize.ts';
import budgets from './budgets.json' with { type: 'json' };

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };
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

const folder = mkdtempSync(join(tmpdir(), 'formstead-bench-'));
const measured: Record<keyof typeof budgets, number> = {
  ...(await appSizes()),
  ...(await bundleSizes()),
};
rmSync(folder, { recursive: true });

for (const [what, budget] of Object.entries(budgets)) {
  const size = measured[what as keyof typeof budgets];
  const verdict = size <= budget ? '✓' : '✗ over';
  process.stdout.write(`${verdict} ${what}: ${size.toFixed(1)} of ${budget}\n`);
  if (size > budget) process.exitCode = 1;
}

async function appSizes() {
  const outputs = join(folder, 'amplify_outputs.json');
  writeFileSync(outputs, JSON.stringify(anyBackend));
  process.env['AMPLIFY_OUTPUTS'] = outputs;
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'error', build: { outDir, manifest: true } });
  const manifest = JSON.parse(
    readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const signIn = Object.keys(manifest).find((key) => key.includes('authenticator')) ?? '';
  const first = loadedBy(manifest, entry);
  const onTop = loadedBy(manifest, signIn).filter((file) => !first.includes(file));
  const kilobytes = (files: string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(outDir, file))).length, 0) / 1000;
  return {
    'first-load JavaScript of the form page (kB, gzip)': kilobytes(
      first.filter((it) => it.endsWith('.js')),
    ),
    'stylesheet of the form page (kB, gzip)': kilobytes(first.filter((it) => it.endsWith('.css'))),
    'sign-in page on top (kB, gzip)': kilobytes(onTop),
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

async function bundleSizes() {
  const assembly = join(folder, 'cdk.out');
  const synthesis = await synthesize(assembly);
  if (!synthesis.ok) throw new Error(synthesis.message);
  const bytes = [...readAssembly(assembly).bundleFolders.values()]
    .flatMap((bundle) => readdirSync(bundle).map((file) => join(bundle, file)))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => statSync(file).size);
  return { "API function's bundle (kB)": Math.max(...bytes) / 1000 };
}
