/**
 * Circular imports, type imports included, imports from a higher layer of `src`, and the limits of
 * `packages/amplify-local`. Run by `npm run check`: the linter's own rule for cycles ignores those that need a
 * type import to close.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Graph Each file with the files it imports. */

/** The layers of `src`, the lowest first: a file may import from its own layer and the layers below. */
// oxfmt-ignore
export const layersOfSrc = [
  'src/page-paths.ts', 'src/zip', 'src/device', 'src/cloud', 'src/outbox', 'src/drafts', 'src/files', 'src/messages',
  'src/deps.ts', 'src/ui', 'src/controls', 'src/form', 'src/pages', 'src/app', 'src/main.tsx',
];

/**
 * How complex a part of the project may become, so that somebody new can see it as a whole. `folders` and
 * `arrows` leave tests and `testing/` aside; `filesInAFolder` counts every file.
 * @typedef {{ folder: string, folders: number, arrows: number, filesInAFolder: number }} Limits
 * @type {Limits}
 */
const limitsOfTheLocalCloud = {
  folder: 'packages/amplify-local',
  folders: 24,
  arrows: 81,
  filesInAFolder: 25,
};

/** A project of its own, which the tests run. */
const otherProject = 'packages/amplify-local/testing/other-backend/';

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
  return /^#(brand|core|forms)\//.test(specifier) ? specifier.slice(1) : specifier;
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

/**
 * Where a part of the project is over its limits. An arrow is a pair of folders of which one imports the other.
 * @param {readonly string[]} files of every type @param {Graph} graph @param {Limits} limits @returns {string[]}
 */
export function limitErrors(files, graph, limits) {
  /** @param {string} file */
  const isInside = (file) => file.startsWith(`${limits.folder}/`) && !file.startsWith(otherProject);
  /** @param {string} file */
  const isCounted = (file) => isInside(file) && !/\.test\.ts$|\/testing\//.test(file);
  const code = [...graph.keys()].filter(isCounted);
  const folders = new Set(code.map((file) => posix.dirname(file)));
  const arrows = new Set(
    code.flatMap((file) =>
      [...(graph.get(file) ?? [])]
        .filter((it) => isCounted(it) && posix.dirname(it) !== posix.dirname(file))
        .map((it) => `${posix.dirname(file)} → ${posix.dirname(it)}`),
    ),
  );
  const full = [...Map.groupBy(files.filter(isInside), (file) => posix.dirname(file))].filter(
    ([, them]) => them.length > limits.filesInAFolder,
  );
  return [
    ...(folders.size > limits.folders
      ? [`${limits.folder} has ${folders.size} folders, and at most ${limits.folders} are allowed`]
      : []),
    ...(arrows.size > limits.arrows
      ? [
          `The folders of ${limits.folder} import each other in ${arrows.size} ways, and at most ${limits.arrows} are allowed: ${[...arrows].toSorted().join(', ')}`,
        ]
      : []),
    ...full.map(
      ([folder, { length }]) =>
        `${folder} has ${length} files, and at most ${limits.filesInAFolder} are allowed`,
    ),
  ];
}

const isTest = /\.(test|contract)\.tsx?$|^src\/testing\//;

if (import.meta.main) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const files = listed.trim().split('\n').filter(existsSync);
  const code = files.filter((it) => /\.(ts|tsx|js)$/.test(it));
  const graph = importGraph(code, (file) => readFileSync(file, 'utf8'));
  const errors = [
    ...circlesIn(graph).map((group) => `These import each other: ${group.join(', ')}`),
    ...upwardImports(new Map([...graph].filter(([file]) => !isTest.test(file))), layersOfSrc),
    ...limitErrors(files, graph, limitsOfTheLocalCloud),
  ];
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}
