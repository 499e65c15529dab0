/**
 * `npm run licences` writes docs/licences.md: the licence of every locked package. With `--check` it fails if
 * that page is out of date, or if a package has a licence that is not listed below.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{
 *   license?: string,
 *   link?: boolean,
 *   dependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>,
 * }} Locked
 */
/** @typedef {Record<string, Locked>} Packages By path: `node_modules/a/node_modules/b`. */

/** Licences that allow us to distribute the app, and to keep our own code under our own licence. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Requires only changes to its own files to be published.
  'MPL-2.0',
  'Unlicense',
]);

/** Licences that are in a file instead of package.json. @type {Record<string, string>} */
const licenceInFile = { 'parse-cache-control': 'BSD-3-Clause' };

/** Whether one of the offered licences is accepted: `(MIT OR GPL-3.0-or-later)`. @param {string} licence */
export function isAllowed(licence) {
  const offered = licence.replaceAll(/[()]/g, '').split(' OR ');
  return offered.some((it) => it.split(' AND ').every((part) => allowed.has(part.trim())));
}

/** The locked packages by name, with their licences, or `none`. @param {Packages} packages */
export function licencesIn(packages, shipped = shippedPaths(packages)) {
  return Object.entries(packages)
    .filter(([path, { link }]) => /(^|\/)node_modules\//.test(path) && !link)
    .map(([path, locked]) => ({
      name: packageNameAt(path),
      ships: shipped.has(path),
      licence:
        locked.license ??
        licenceInFile[packageNameAt(path)] ??
        licenceOfFamily(packages, packageNameAt(path)) ??
        'none',
    }));
}

/**
 * What the project's own `dependencies` need. Not the workspaces, for which npm has no flag like `dev`: they
 * run and test, and reach nobody. Nor the project's optional dependencies, binaries that its commands run.
 * @param {Packages} packages
 */
function shippedPaths(packages) {
  /** @type {Set<string>} */
  const shipped = new Set();
  const waiting = namesOf(packages['']?.dependencies).map((name) => pathFrom('', name));
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const locked = packages[path];
    if (!locked || shipped.has(path)) continue;
    shipped.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = locked;
    const names = [dependencies, optionalDependencies, peerDependencies].flatMap(namesOf);
    waiting.push(...names.map((name) => pathFrom(path, name)));
  }
  return shipped;

  /** Like Node resolves it: in the package's own folder, or in any that contains it. @param {string} holder @param {string} name @returns {string} */
  function pathFrom(holder, name) {
    const path = `${holder && `${holder}/`}node_modules/${name}`;
    if (packages[path] || holder === '') return path;
    return pathFrom(holder.slice(0, Math.max(0, holder.lastIndexOf('/node_modules/'))), name);
  }
}

/** @param {Record<string, string>} [dependencies] */
function namesOf(dependencies = {}) {
  return Object.keys(dependencies);
}

/** A binary that was locked without being fetched has the licence of its parent or its siblings. @param {Packages} packages @param {string} name */
function licenceOfFamily(packages, name) {
  const holder = Object.entries(packages).find(
    ([path, { optionalDependencies = {} }]) =>
      path.startsWith('node_modules/') && name in optionalDependencies,
  );
  const [scope = ''] = name.split('/');
  const sibling = Object.entries(packages).find(
    ([path, { license }]) => license && packageNameAt(path).startsWith(`${scope}/`),
  );
  return (holder ?? sibling)?.[1].license;
}

/** @param {string} path */
function packageNameAt(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** @param {ReturnType<typeof licencesIn>} found */
function licencesPage(found) {
  /** @param {boolean} ships */
  const rows = (ships) =>
    [
      ...Map.groupBy(
        found.filter((it) => it.ships === ships),
        ({ licence }) => licence,
      ),
    ]
      .map(([licence, them]) => ({ licence, names: [...new Set(them.map(({ name }) => name))] }))
      .toSorted(
        (a, b) => b.names.length - a.names.length || a.licence.localeCompare(b.licence, 'en'),
      );
  return `# Licences

Formstead itself is under the [MIT licence](../LICENSE). This is what it brings along, by its lock file and that of [bench](../bench/package.json); \`npm run licences\` writes this page, and \`npm run check\` fails when it is old or when a licence is not one that [tools/licences.js](../tools/licences.js) allows. \`npm run sbom\` lists versions too.

## What can reach people, or run in Lambda

${rows(true)
  .map(({ licence, names }) => `- **${licence}** (${names.length}): ${names.toSorted().join(', ')}`)
  .join('\n')}

## What only builds and tests it

${rows(false)
  .map(({ licence, names }) => `- **${licence}**: ${names.length}`)
  .join('\n')}
`;
}

if (import.meta.main) {
  const file = new URL('../docs/licences.md', import.meta.url);
  const ours = locked('../');
  // What only bench/ has ships nothing.
  const found = licencesIn({ ...locked('../bench/'), ...ours }, shippedPaths(ours));
  const page = licencesPage(found);
  for (const { name, licence } of found.filter((it) => !isAllowed(it.licence))) {
    console.error(`${name} is under ${licence}, which tools/licences.js does not allow.`);
    process.exitCode = 1;
  }
  if (!process.argv.includes('--check')) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/licences.md is old. Run: npm run licences');
    process.exitCode = 1;
  }
}

/** @param {string} project its folder @returns {Packages} */
function locked(project) {
  const lock = new URL(`${project}package-lock.json`, import.meta.url);
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}
