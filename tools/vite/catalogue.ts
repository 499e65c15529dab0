import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalizePath, runnerImport, type Plugin } from 'vite';
import { asksForFiles } from '../../core/form/asks-for-files.ts';
import { listedTexts, toListedForm } from '../../core/form/listed-form.ts';
import { isInvited, type Form } from '../../core/form/define-form.ts';
import type { FormTranslation } from '../../core/form/translate-form.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const listOfForms = 'forms/index.ts';
const listInArabic = 'forms/in-arabic.ts';

/**
 * Generates the modules that `src/catalogue/catalogue-modules.d.ts` describes from the lists in `forms`, so that a
 * page loads only the form it shows. docs/decisions/0040.
 */
export function catalogue(folder = projectRoot): Plugin {
  return {
    name: 'formstead:catalogue',
    enforce: 'pre',
    // Without the `#`, with which the address of a module ends in the browser.
    resolveId: (specifier) =>
      Object.hasOwn(modules, specifier) ? specifier.replace('#', '\0') : undefined,
    async load(id) {
      const write = modules[id.replace('\0', '#')];
      if (!id.startsWith('\0') || !write) return undefined;
      const { code, files } = await write(folder);
      // A form may change what is listed, so its file is watched as well.
      for (const file of files) this.addWatchFile(file);
      return code;
    },
  };
}

type Written = { readonly code: string; readonly files: readonly string[] };

const modules: { readonly [specifier: string]: (folder: string) => Promise<Written> } = {
  async '#catalogue'(folder) {
    const { list, loaders, files } = await readForms(folder);
    const code = `export const listed = ${JSON.stringify(list.map(toListedForm))};\n${loaders}`;
    return { code, files };
  },
  async '#catalogue/first'(folder) {
    const { list, files } = await readForms(folder);
    const onlyForm = list.length === 1 ? list[0]?.id : '';
    return { code: `export const onlyForm = ${JSON.stringify(onlyForm)};`, files };
  },
  async '#catalogue/sensitive'(folder) {
    const { list, files } = await readForms(folder);
    const ids = list.map(toListedForm).filter((it) => it.sensitive);
    return {
      code: `export const sensitiveForms = ${JSON.stringify(ids.map(({ id }) => id))};`,
      files,
    };
  },
  async '#catalogue/invited'(folder) {
    const { list, files } = await readForms(folder);
    const ids = list.filter(isInvited).map(({ id }) => id);
    return { code: `export const invitedForms = ${JSON.stringify(ids)};`, files };
  },
  async '#catalogue/files'(folder) {
    const { list, files } = await readForms(folder);
    return { code: `export const asksForFiles = ${list.some(asksForFiles)};`, files };
  },
  async '#catalogue/arabic'(folder) {
    const file = resolve(folder, listInArabic);
    const { module, parts, files } = await runList(file);
    const all = Object.entries(module.inArabic);
    const texts = Object.fromEntries(all.map(([id, it]) => [id, listedTexts(it)]));
    const loaders = all.map(([id, it]) =>
      loader(id, parts.get(it) ?? { file, read: `inArabic[${JSON.stringify(id)}]` }),
    );
    return { code: `export const texts = ${JSON.stringify(texts)};\n${loadersOf(loaders)}`, files };
  },
};

/** The forms, and the file of each, if it has one of its own. */
export async function formFiles(folder = projectRoot) {
  const { module, parts } = await runList(resolve(folder, listOfForms));
  return module.forms.map((form) => ({ id: form.id, file: parts.get(form)?.file }));
}

async function readForms(folder: string) {
  const file = resolve(folder, listOfForms);
  const { module, parts, files } = await runList(file);
  const loaders = module.forms.map((form, at) =>
    // A form that is no export of an imported file is loaded with the whole list.
    loader(form.id, parts.get(form) ?? { file, read: `forms[${at}]` }),
  );
  return { list: module.forms, loaders: loadersOf(loaders), files };
}

/** A file, and how to read one thing from its exports. */
type Part = { readonly file: string; readonly read: string };

function loader(id: string, { file, read }: Part): string {
  return `${JSON.stringify(id)}: async () => (await import(${JSON.stringify(file)})).${read}`;
}

function loadersOf(loaders: readonly string[]): string {
  // Without a prototype: an address may ask for a form named `constructor`.
  return `export const load = { __proto__: null, ${loaders.join(',\n')} };`;
}

type Lists = {
  readonly forms: readonly Form[];
  readonly inArabic: { readonly [form: string]: FormTranslation };
};

/** Runs a list, and finds which exports of the files that it imports are in it. */
async function runList(file: string) {
  const imported = importedBy(file);
  const entry = `\0formstead:list ${file}`;
  const code = [
    `export * as list from ${JSON.stringify(file)};`,
    ...imported.map((it, at) => `import * as part${at} from ${JSON.stringify(it)};`),
    `export const parts = [${imported.map((_, at) => `part${at}`).join(', ')}];`,
  ].join('\n');
  const { module, dependencies } = await runnerImport<{
    list: Lists;
    parts: readonly { readonly [name: string]: unknown }[];
  }>(entry, {
    plugins: [
      {
        name: 'formstead:list',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  });
  const parts = new Map<unknown, Part>(
    module.parts.flatMap((part, at) =>
      Object.entries(part).map(([name, value]) => [
        value,
        { file: imported[at] ?? '', read: name },
      ]),
    ),
  );
  const files = [file, ...imported, ...dependencies.map((it) => resolve(it))].map(normalizePath);
  return { module: module.list, parts, files: files.filter((it) => !it.includes('\0')) };
}

/** The files that a list imports by a path. */
function importedBy(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import [^;]*? from '(\.[^']+)'/gm);
  return [...imports].map(([, path = '']) => normalizePath(resolve(file, '..', path)));
}
