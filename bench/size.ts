import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { anyBackend } from './any-backend.ts';
import { ratio, type Measures } from './measure.ts';

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/**
 * Parts that are fetched between the form and an entry that somebody has sent who signed in on the way: those
 * that `src/shell/until-sent.ts`, `src/main.tsx` and its fields ask for. No browser is asked.
 */
const untilSent = [
  'src/open-device',
  'holding',
  'src/pages/about-keeping',
  'src/form/error-summary',
  'src/form/stuck',
  'src/pages/sign-in',
  'src/cloud/authenticator',
  'src/pages/sent',
  'src/shell/watch-for-updates',
  'workbox-window',
  // Of the form that is measured, which asks for a phone number.
  'phone-library',
];

/** What people download. */
export async function appSizes(folder: string): Promise<Measures> {
  const outputs = join(folder, 'amplify_outputs.json');
  writeFileSync(outputs, JSON.stringify(anyBackend));
  process.env['AMPLIFY_OUTPUTS'] = outputs;
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'error', build: { outDir, manifest: true } });
  const manifest = JSON.parse(
    readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  const first = firstLoad(outDir);
  const onTopOf = (some: string[], name: string) => {
    const key = Object.keys(manifest).find((it) => it.includes(name)) ?? '';
    return loadedBy(manifest, key).filter((file) => !some.includes(file));
  };
  const signIn = onTopOf(first, 'authenticator');
  const device = onTopOf(first, 'open-device');
  const desk = onTopOf(first, 'desk-page');
  const sent = new Set([...first, ...untilSent.flatMap((it) => onTopOf(first, it))]);
  const kB = (files: readonly string[]) => ({ value: kilobytes(outDir, files) });
  const code = first.filter((it) => it.endsWith('.js'));
  const styles = first.filter((it) => it.endsWith('.css'));
  const sentCode = [...sent].filter((it) => it.endsWith('.js'));
  const starter = await starterSizes(folder, 'todos');
  const tutorial = await starterSizes(folder, 'form');
  return {
    'first-load JavaScript of the form page (kB, gzip)': kB(code),
    'stylesheet of the form page (kB, gzip)': kB(styles),
    'first-load JavaScript, of Amplify’s starter with Authenticator': ratio(
      kilobytes(outDir, code),
      starter.code,
      'kB',
    ),
    'first-load JavaScript, of a form behind Authenticator': ratio(
      kilobytes(outDir, code),
      tutorial.code,
      'kB',
    ),
    'JavaScript up to a first sent entry (kB, gzip)': kB(sentCode),
    'JavaScript up to a first sent entry, of a form behind Authenticator': ratio(
      kilobytes(outDir, sentCode),
      tutorial.code,
      'kB',
    ),
    'first-load styles, of Amplify’s starter with Authenticator': ratio(
      kilobytes(outDir, styles),
      starter.styles,
      'kB',
    ),
    'drafts and outbox, right after the form (kB, gzip)': kB(device),
    "owner's desk on top (kB, gzip)": kB(desk),
    'sign-in page on top (kB, gzip)': kB(signIn),
    'service worker (kB, gzip)': kB(['service-worker.js']),
  };
}

/** What a page of Amplify's own tutorials asks of people, built as Vite builds it unasked. */
async function starterSizes(folder: string, app: 'todos' | 'form') {
  const outDir = join(folder, app);
  const root = join(import.meta.dirname, 'peers', 'starter');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, `${app}.html`) } },
  });
  const files = firstLoad(outDir, `${app}.html`);
  return {
    code: kilobytes(
      outDir,
      files.filter((it) => it.endsWith('.js')),
    ),
    styles: kilobytes(
      outDir,
      files.filter((it) => it.endsWith('.css')),
    ),
  };
}

/** What the page names: it is fetched before any of it runs. What runs may fetch more. */
function firstLoad(outDir: string, html = 'index.html'): string[] {
  const page = readFileSync(join(outDir, html), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
}

function kilobytes(outDir: string, files: readonly string[]): number {
  const zipped = files.map((it) => gzipSync(readFileSync(join(outDir, it)), { level: 9 }).length);
  return zipped.reduce((sum, it) => sum + it, 0) / 1000;
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
