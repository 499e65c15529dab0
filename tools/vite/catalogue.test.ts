import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, createServer, type Rolldown } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { catalogue, formFiles } from './catalogue.ts';

const core = resolve(import.meta.dirname, '../../core');

/** A project with these files in `forms`, built with an app that imports one module of the catalogue. */
async function builtWith(files: Readonly<Record<string, string>>, specifier: string) {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-catalogue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'forms'));
  for (const [name, code] of Object.entries(files))
    writeFileSync(join(folder, 'forms', name), code);
  writeFileSync(join(folder, 'main.js'), `import('${specifier}').then(console.log);`);
  const built = (await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [catalogue(folder)],
    build: { write: false, minify: false, rolldownOptions: { input: join(folder, 'main.js') } },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((it) => it.type === 'chunk');
  return { folder, chunkWith: (text: string) => chunks.filter((it) => it.code.includes(text)) };
}

const formNamed = (id: string, more = '') => `
  import { text } from '${core}/fields/text.ts';
  import { defineForm } from '${core}/form/define-form.ts';
  export const ${id} = defineForm({
    id: '${id}', version: 3, title: 'The ${id}', action: 'Send', group: 'Trips',
    fields: { name: text({ label: 'Who is on the ${id}?' ${more} }) },
  });`;

const files = {
  'visit.ts': formNamed('visit'),
  'ride.ts': formNamed('ride', ', sensitive: true'),
  'index.ts': `
import { visit } from './visit.ts';
import { ride } from './ride.ts';
const { id, ...rest } = visit;
export const forms = [ride, visit, { ...rest, id: 'second-visit', title: 'The second visit' }];`,
};

test('lists have every form in its order, without its questions, and each form is a chunk of its own', async () => {
  const { chunkWith } = await builtWith(files, '#catalogue');
  const listed = chunkWith('listed = [');
  expect(listed).toHaveLength(1);
  expect(listed[0]?.code).toMatch(/"version": 3,\s+"title": "The ride",\s+"group": "Trips"/);
  expect(listed[0]?.code).toMatch(/The ride.*The visit.*The second visit/s);
  expect(listed[0]?.code).not.toContain('Who is on');
  const [rides, ...others] = chunkWith('Who is on the ride?');
  expect(others).toEqual([]);
  expect(rides?.code).not.toContain('Who is on the visit?');
});

test('a form that has no file of its own is loaded with the list of all forms', async () => {
  const { chunkWith } = await builtWith(files, '#catalogue');
  const [list] = chunkWith('second-visit": async () =>');
  expect(list?.code).toMatch(/second-visit": async \(\) => \(await .*\)\.forms\[2\]/s);
});

test('the first load knows whether there is one form, and no more', async () => {
  const several = await builtWith(files, '#catalogue/first');
  expect(several.chunkWith('onlyForm = ""')).toHaveLength(1);
  expect(several.chunkWith('Who is on')).toEqual([]);
  const list = `import { visit } from './visit.ts';\nexport const forms = [visit];`;
  const single = await builtWith({ ...files, 'index.ts': list }, '#catalogue/first');
  expect(single.chunkWith('onlyForm = "visit"')).toHaveLength(1);
});

test('forms with a sensitive field are known without loading any form', async () => {
  const { chunkWith } = await builtWith(files, '#catalogue/sensitive');
  expect(chunkWith('sensitiveForms = ["ride"]')).toHaveLength(1);
  expect(chunkWith('Who is on')).toEqual([]);
});

test('a translation is a chunk of its own as well', async () => {
  const translations = {
    'visit-in-arabic.ts': `export const visitInArabic = { title: 'زيارة', action: 'أرسل', fields: { name: { label: 'من؟' } } };`,
    'in-arabic.ts': `import { visitInArabic } from './visit-in-arabic.ts';
export const inArabic = { visit: visitInArabic };`,
  };
  const { chunkWith } = await builtWith(translations, '#catalogue/arabic');
  expect(chunkWith('texts = {')).toHaveLength(1);
  expect(chunkWith('texts = {')[0]?.code).not.toContain('من؟');
  expect(chunkWith('من؟')).toHaveLength(1);
});

test('prerendering finds the file of each form', async () => {
  const { folder } = await builtWith(files, '#catalogue/first');
  expect(await formFiles(folder)).toEqual([
    { id: 'ride', file: join(folder, 'forms/ride.ts') },
    { id: 'visit', file: join(folder, 'forms/visit.ts') },
    { id: 'second-visit', file: undefined },
  ]);
});

test('a browser can load the catalogue from the development server, and a form’s file is watched', async () => {
  const { folder } = await builtWith(files, '#catalogue');
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [catalogue(folder)],
    server: { middlewareMode: true, ws: false, watch: null },
  });
  onTestFinished(() => server.close());
  const imports = await server.transformRequest('/main.js');
  const [, address = ''] = /import\("([^"]+)"\)/.exec(imports?.code ?? '') ?? [];
  // What a browser asks a server for ends before a `#`.
  const requested = address.split('#')[0]?.replace('/@id/__x00__', '\0') ?? '';
  const loaded = await server.transformRequest(requested);
  expect(loaded?.code).toContain('The second visit');
  const forms = server.moduleGraph.getModulesByFile(join(folder, 'forms/visit.ts'));
  const importers = [...(forms ?? [])].flatMap((it) => [...it.importers]);
  expect(importers.map((it) => it.id)).toContain('\0catalogue');
});
