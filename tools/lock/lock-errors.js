/**
 * Checks for entries in a lock file that some version of npm turns into a broken tree, or installs unchecked
 * (docs/decisions/0002 and 0003).
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The parts of package-lock.json that are read here.
 * @typedef {{
 *   name?: string,
 *   version?: string,
 *   optionalDependencies?: Record<string, string>,
 *   dev?: boolean,
 *   optional?: boolean,
 *   integrity?: string,
 *   resolved?: string,
 *   link?: boolean,
 *   inBundle?: boolean,
 *   libc?: string | readonly string[],
 * }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * @typedef {string | { [name: string]: Overrides }} Overrides
 * @typedef {{
 *   project: string,
 *   overrides?: Overrides,
 *   noMetadata?: readonly string[],
 * }} Surroundings The project's folder, its `overrides`, and the packages without a known hash.
 */

/** @param {Lock} lock @param {Surroundings} surroundings @returns {string[]} */
export function lockErrors(lock, { project, overrides = {}, noMetadata = [] }) {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const unhashed = entries.filter(([path, it]) => lacksHash(path, it));
  const ids = unhashed.map(([path, it]) => `${nameAt(path)}@${it.version}`);
  return [
    ...entries.flatMap(([path, it]) => pathErrors(path, it, lock, project)),
    ...ids
      .filter((id) => !noMetadata.includes(id))
      .map((id) => `${id} has no sha512 to hold it to. Run: npm run lock`),
    ...noMetadata
      .filter((id) => !ids.includes(id))
      .map(
        (id) =>
          `${id} is in tools/lock/no-metadata.js, and is not locked or has a hash. Remove it there.`,
      ),
    // Packages for 32-bit ARM do not name their libc either.
    ...entries
      .filter(([path, { libc }]) => !libc && /linux-\w+-(musl|gnu)$/.test(path))
      .map(
        ([path]) =>
          `${nameAt(path)} does not say its libc, so it is installed beside the other one. ` +
          'npm before 11 loses it: run npm install with npm 11.',
      ),
    ...fileOverrides(overrides).map(
      (name) =>
        `The override of ${name} is a path, which npm before 11 looks for inside of each package that depends on it. ` +
        `Make it a devDependency with that path, and the override "$${name}".`,
    ),
  ];
}

/** Whether it comes from a registry without a hash. @param {string} path @param {Locked} locked */
export function lacksHash(path, { link, inBundle, integrity }) {
  // A bundled package is part of one with a hash.
  const isFetched = isPackagePath(path) && !link && !inBundle;
  return isFetched && !integrity?.startsWith('sha512-');
}

/** @param {string} path @param {Locked} it @param {Lock} lock @param {string} project @returns {string[]} */
function pathErrors(path, it, lock, project) {
  if (it.link) {
    const target = it.resolved ?? '';
    if (target.includes('node_modules'))
      return [`${path} links into another package’s folder, ${target}.`];
    if (/^(\w+:|\/|\.\.)/.test(target)) return [`${path} links out of this project, to ${target}.`];
    const locked = lock.packages[target];
    // npm leaves out a name that is also the folder's.
    const names = [nameIn(join(project, target)), locked && (locked.name ?? basename(target))];
    return names.every((name) => name === nameAt(path))
      ? []
      : [`${path} links to ${target}, where that package is not.`];
  }
  if (it.resolved !== undefined)
    return [`${path} comes from ${it.resolved}, and not by its hash from npm’s registry.`];
  if (isPackagePath(path)) return [];
  const isLinked = Object.values(lock.packages).some(
    ({ link, resolved }) => link && resolved === path,
  );
  return isLinked
    ? []
    : [`${path} is a folder that nothing links to, or inside of another package.`];
}

/** `node_modules/a`, `node_modules/a/node_modules/@b/c`: the paths of packages. @param {string} path */
function isPackagePath(path) {
  return /^(?:node_modules\/(?:@[^/@]+\/)?[^/@]+(?:\/(?=node_modules\/)|$))+$/.test(path);
}

/** @param {string} path */
function nameAt(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** @param {string} folder @returns {string | undefined} */
function nameIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
  } catch {
    return undefined;
  }
}

/** @param {Overrides} overrides @param {string} name @returns {string[]} */
function fileOverrides(overrides, name = '') {
  if (typeof overrides === 'string') return /^(file:|link:|\.|\/)/.test(overrides) ? [name] : [];
  return Object.entries(overrides).flatMap(([inner, it]) =>
    fileOverrides(it, inner === '.' ? name : inner),
  );
}
