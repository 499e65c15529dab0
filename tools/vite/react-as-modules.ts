import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** The files that the bundler would find after a look at `NODE_ENV`. */
const files: Readonly<Record<string, string>> = {
  react: fileOf('react', 'react.production.js'),
  'react/jsx-runtime': fileOf('react', 'react-jsx-runtime.production.js'),
  'react-dom': fileOf('react-dom', 'react-dom.production.js'),
  'react-dom/client': fileOf('react-dom', 'react-dom-client.production.js'),
  scheduler: fileOf('scheduler', 'scheduler.production.js'),
  'use-sync-external-store/shim/with-selector': fileOf(
    'use-sync-external-store',
    'use-sync-external-store-shim/with-selector.production.js',
  ),
};
const modules = new Set(Object.values(files));

/**
 * Builds React's own files as ES modules, so that what the app does not import of them is left out. React publishes
 * CommonJS only, of which a bundler keeps everything. The code itself does not change.
 */
export function reactAsModules(): Plugin {
  return {
    name: 'formstead:react-as-modules',
    apply: 'build',
    enforce: 'pre',
    // React asks for functions of a scheduler that only React Native has.
    onLog: (_, { code, id = '' }) =>
      code === 'IMPORT_IS_UNDEFINED' && modules.has(id) ? false : undefined,
    resolveId: (specifier) => (Object.hasOwn(files, specifier) ? files[specifier] : undefined),
    transform(code, id) {
      const changed = modules.has(id) ? toModule(code) : withStaticAccess(code);
      return changed === code ? undefined : { code: changed, map: null };
    },
  };
}

const requires = /^var ((?:\w+ = require\("[\w/-]+"\)(?:,\s*)?)+);$/m;

/** Turns a file that requires only at its beginning, and assigns its exports one by one, into a module. */
export function toModule(code: string): string {
  const imports = [...(requires.exec(code)?.[1] ?? '').matchAll(/(\w+) = require\(("[\w/-]+")\)/g)];
  const names = [...new Set([...code.matchAll(/\bexports\.(\w+)/g)].map(([, name = '']) => name))];
  const assignmentsOf = (name: string) =>
    [...code.matchAll(new RegExp(`\\bexports\\.${name} =`, 'g'))].length;
  const changing = names.filter((name) => assignmentsOf(name) > 1);
  const body = code
    .replace(requires, '')
    .replaceAll(/^exports\.(\w+) =/gm, (assignment, name: string) =>
      changing.includes(name) ? assignment : `const ${assignment}`,
    )
    .replaceAll(/\bexports\.(\w+)/g, 'exported_$1');
  if (/\brequire\(|\b(module|exports)\./.test(body) || !names.every(assignmentsOf))
    throw new Error('React’s files are not what tools/vite/react-as-modules.ts expects.');
  return [
    ...imports.map(([, name, source]) => `import * as ${name} from ${source};`),
    ...changing.map((name) => `let exported_${name};`),
    body,
    `export { ${names.map((name) => `exported_${name} as ${name}`).join(', ')} };`,
  ].join('\n');
}

/** Libraries import React as a whole, and hide from bundlers which parts they use: `React['useId'.toString()]`. */
export function withStaticAccess(code: string): string {
  if (!/\bfrom\s*["']react["']/.test(code)) return code;
  return code
    .replaceAll(/\[["'] ?(\w+) ?["'](?:\.trim\(\))?\.toString\(\)\]/g, '.$1')
    .replaceAll(
      /^import (\w+)(?:, (\{[^}]*\}))? from ["']react["']/gm,
      (_, name: string, more?: string) =>
        `import * as ${name} from 'react'${more ? `; import ${more} from 'react'` : ''}`,
    );
}

/** A file of a package as installed for whoever needs it: `scheduler` is React DOM's. */
function fileOf(name: string, file: string): string {
  const from = name === 'scheduler' ? createRequire(require.resolve('react-dom')) : require;
  return normalizePath(join(dirname(from.resolve(`${name}/package.json`)), 'cjs', file));
}
