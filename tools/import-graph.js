/**
 * Circular imports, type imports included, and imports from a higher layer of `src`. Run by `npm run check`:
 * the linter's own rule for cycles ignores those that need a type import to close.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Graph Each file with the files it imports. */

/** The layers of `src`, the lowest first: a file may import from its own layer and the layers below. */
// oxfmt-ignore
export const layersOfSrc = [
  'src/page-paths.ts', 'src/device', 'src/cloud', 'src/outbox', 'src/drafts', 'src/messages',
  'src/deps.ts', 'src/ui', 'src/controls', 'src/form', 'src/pages', 'src/app', 'src/main.tsx',
];

/** @param {readonly string[]} files @param {(file: string) => string} read @returns {Graph} */
export function importGraph(files, read) {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const imported = [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)]
        .map(([, specifier = '']) => targetOf(specifier, file))
        .filter((it) => known.has(it));
      return [file, new Set(imported)];
    }),
  );
}

/** The path that an import names, if it is one of ours. @param {string} specifier @param {string} file */
function targetOf(specifier, file) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  return /^#(core|forms)\//.test(specifier) ? specifier.slice(1) : specifier;
}

/**
 * Groups of files that import each other, directly or not (Tarjan's strongly connected components).
 * @param {Graph} graph @returns {string[][]}
 */
export function circlesIn(graph) {
  /** @type {Map<string, { index: number, low: number, isOpen: boolean }>} */
  const visits = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const circles = [];
  /** @param {string} file */
  const visit = (file) => {
    const own = { index: visits.size, low: visits.size, isOpen: true };
    visits.set(file, own);
    open.push(file);
    for (const imported of graph.get(file) ?? []) {
      const theirs = visits.get(imported) ?? visit(imported);
      if (theirs.isOpen) own.low = Math.min(own.low, theirs.low);
    }
    if (own.low === own.index) {
      const group = open.splice(open.indexOf(file));
      for (const it of group) Object.assign(visits.get(it) ?? {}, { isOpen: false });
      if (group.length > 1) circles.push(group);
    }
    return own;
  };
  for (const file of graph.keys()) if (!visits.has(file)) visit(file);
  return circles;
}

/** Imports from a higher layer. @param {Graph} graph @param {readonly string[]} layers the lowest first @returns {string[]} */
export function upwardImports(graph, layers) {
  /** @param {string} file */
  const layerOf = (file) => layers.findIndex((it) => file === it || file.startsWith(`${it}/`));
  return [...graph].flatMap(([file, imported]) =>
    [...imported]
      .filter((it) => layerOf(file) >= 0 && layerOf(it) > layerOf(file))
      .map((it) => `${file} imports ${it}, which is in a higher layer`),
  );
}

const isTest = /\.(test|contract)\.tsx?$|^src\/testing\//;

if (import.meta.main) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.js'],
    { encoding: 'utf8' },
  );
  const graph = importGraph(listed.trim().split('\n').filter(existsSync), (file) =>
    readFileSync(file, 'utf8'),
  );
  const errors = [
    ...circlesIn(graph).map((files) => `These import each other: ${files.join(', ')}`),
    ...upwardImports(new Map([...graph].filter(([file]) => !isTest.test(file))), layersOfSrc),
  ];
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}
