import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { fakeOutputs } from './fake-outputs.ts';
import { filesOfForm, filesOfPage } from './files-of-page.ts';
import { ratio, type Measures } from './statistics.ts';

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/**
 * Chunks that are loaded between the form and an entry sent by somebody who signed in on the way: those that
 * `src/app/preload-parts.ts`, `src/main.tsx` and its fields import. This list is not measured in a browser.
 */
const untilSent = [
  '_second-',
  '_until-sent-',
  '_with-account-',
  'catalogue',
  'src/pages/sign-in/authenticator',
  'workbox-window',
  // The measured form asks for a phone number.
  'phone-library',
];

/** The sizes of everything that people download. */
export async function measureAppSize(folder: string): Promise<Measures> {
  const outputs = join(folder, 'amplify_outputs.json');
  writeFileSync(outputs, JSON.stringify(fakeOutputs));
  process.env['AMPLIFY_OUTPUTS'] = outputs;
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'error', build: { outDir, manifest: true } });
  const manifest = JSON.parse(
    readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  const page = pageIn(outDir);
  const first = [...filesOfPage(page), ...filesOfForm(page, 'pwausers')];
  const onTopOf = (some: readonly string[], name: string) => {
    const [key] = Object.entries(manifest).find(isCodeNamed(name)) ?? [];
    if (!key) throw new Error(`The build has no chunk for ${name}.`);
    return loadedBy(manifest, key).filter((file) => !some.includes(file));
  };
  const second = onTopOf(first, '_second-');
  // The part for sending is always loaded before somebody opens another page.
  const inUse = [...first, ...second, ...onTopOf(first, '_until-sent-')];
  const signIn = onTopOf(inUse, 'authenticator');
  const responses = onTopOf(inUse, '_owners-');
  const sent = new Set([...first, ...untilSent.flatMap((it) => onTopOf(first, it))]);
  const kB = (files: readonly string[]) => ({ value: kilobytes(outDir, files) });
  const code = first.filter((it) => it.endsWith('.js'));
  const styles = first.filter((it) => it.endsWith('.css'));
  const sentCode = [...sent].filter((it) => it.endsWith('.js'));
  const starter = await starterSizes(folder, 'todos');
  const tutorial = await starterSizes(folder, 'tutorial-form');
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
    'what fills in a form, right after it is drawn (kB, gzip)': kB(second),
    'responses page on top (kB, gzip)': kB(responses),
    'sign-in page on top (kB, gzip)': kB(signIn),
    'service worker (kB, gzip)': kB(['service-worker.js']),
  };
}

/** The sizes of a page from Amplify's own tutorials, built with Vite's defaults. */
async function starterSizes(folder: string, app: 'todos' | 'tutorial-form') {
  const outDir = join(folder, app);
  const root = join(import.meta.dirname, 'peers', 'starter');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, `${app}.html`) } },
  });
  const files = filesOfPage(pageIn(outDir, `${app}.html`));
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

function pageIn(outDir: string, html = 'index.html'): string {
  return readFileSync(join(outDir, html), 'utf8');
}

function kilobytes(outDir: string, files: readonly string[]): number {
  const zipped = files.map((it) => gzipSync(readFileSync(join(outDir, it)), { level: 9 }).length);
  return zipped.reduce((sum, it) => sum + it, 0) / 1000;
}

const isCodeNamed =
  (name: string) =>
  ([key, { file }]: [string, Chunk]) =>
    key.includes(name) && file.endsWith('.js');

/** A chunk's file, its styles, and those of every chunk that it imports statically. */
function loadedBy(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk ${key}.`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? [])
    if (!seen.has(manifest[next]?.file ?? '')) loadedBy(manifest, next, seen);
  return [...seen];
}
