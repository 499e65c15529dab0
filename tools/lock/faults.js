/**
 * What no lock file of ours may hold, because an npm somewhere makes a broken tree of it, or fetches what
 * nobody has checked (docs/decisions/0002 and 0003).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What package-lock.json holds, as far as it is read here.
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
 * }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * @typedef {string | { [name: string]: Overrides }} Overrides
 * @typedef {{
 *   project: string,
 *   overrides?: Overrides,
 *   noMetadata?: readonly string[],
 * }} Surroundings The project's folder, its `overrides`, and whose hash nobody could tell.
 */

/** @param {Lock} lock @param {Surroundings} surroundings @returns {string[]} */
export function lockFaults(lock, { project, overrides = {}, noMetadata = [] }) {
  const entries = Object.entries(lock.packages).filter(([place]) => place !== '');
  const unhashed = entries.filter(([place, it]) => lacksHash(place, it));
  const ids = unhashed.map(([place, it]) => `${nameAt(place)}@${it.version}`);
  return [
    ...entries.flatMap(([place, it]) => placeFaults(place, it, lock, project)),
    ...ids
      .filter((id) => !noMetadata.includes(id))
      .map((id) => `${id} has no sha512 to hold it to. Run: npm run lock`),
    ...noMetadata
      .filter((id) => !ids.includes(id))
      .map(
        (id) =>
          `${id} is in tools/lock/no-metadata.js, and is not locked or has a hash. Remove it there.`,
      ),
    ...fileOverrides(overrides).map(
      (name) =>
        `The override of ${name} is a path, which npm before 11 looks for inside of each package that depends on it. ` +
        `Make it a devDependency with that path, and the override "$${name}".`,
    ),
  ];
}

/** Whether it comes from a registry, and nothing says what it has to be. @param {string} place @param {Locked} locked */
export function lacksHash(place, { link, inBundle, integrity }) {
  // What is bundled is inside of a package that has a hash.
  const isFetched = isPackagePlace(place) && !link && !inBundle;
  return isFetched && !integrity?.startsWith('sha512-');
}

/** @param {string} place @param {Locked} it @param {Lock} lock @param {string} project @returns {string[]} */
function placeFaults(place, it, lock, project) {
  if (it.link) {
    const target = it.resolved ?? '';
    if (target.includes('node_modules'))
      return [`${place} links into another package’s folder, ${target}.`];
    if (/^(\w+:|\/|\.\.)/.test(target))
      return [`${place} links out of this project, to ${target}.`];
    const names = [nameIn(join(project, target)), lock.packages[target]?.name];
    return names.every((name) => name === nameAt(place))
      ? []
      : [`${place} links to ${target}, where that package is not.`];
  }
  if (it.resolved !== undefined)
    return [`${place} comes from ${it.resolved}, and not by its hash from npm’s registry.`];
  if (isPackagePlace(place)) return [];
  const isLinked = Object.values(lock.packages).some(
    ({ link, resolved }) => link && resolved === place,
  );
  return isLinked
    ? []
    : [`${place} is a folder that nothing links to, or inside of another package.`];
}

/** `node_modules/a`, `node_modules/a/node_modules/@b/c`: where npm puts a package. @param {string} place */
function isPackagePlace(place) {
  return /^(?:node_modules\/(?:@[^/@]+\/)?[^/@]+(?:\/(?=node_modules\/)|$))+$/.test(place);
}

/** @param {string} place */
function nameAt(place) {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
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
