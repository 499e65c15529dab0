/**
 * One lock file for every platform. npm leaves out the binaries of platforms whose packages it could
 * not fetch while locking, and `npm ci` then refuses the file everywhere (docs/decisions/0003).
 * `npm run lock` adds them; with `--check` it only says what is missing, and what nobody could check when
 * it is installed, and fails.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{
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

/** Every optional dependency that a locked package names and the lock does not hold. @param {Lock} lock */
export function missingBinaries(lock) {
  const named = Object.entries(lock.packages).flatMap(
    ([holder, { optionalDependencies = {}, dev }]) =>
      Object.entries(optionalDependencies).map(([name, version]) => ({
        holder,
        name,
        version,
        dev,
      })),
  );
  return named.filter(({ holder, name }) => !isHeld(lock, holder, name));
}

/** Node's look-up: beside the holder, or beside any folder it is nested in. @type {(lock: Lock, holder: string, name: string) => boolean} */
function isHeld({ packages }, holder, name) {
  const path = holder === '' ? `node_modules/${name}` : `${holder}/node_modules/${name}`;
  if (packages[path]) return true;
  if (holder === '') return false;
  return isHeld(
    { packages },
    holder.slice(0, Math.max(0, holder.lastIndexOf('/node_modules/'))),
    name,
  );
}

/** What the lock says of a binary, as its name tells it: `@rollup/rollup-linux-x64-musl`. @param {string} name @param {string} version @param {boolean} [dev] */
export function lockedBinary(name, version, dev) {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  if (!os || !cpu)
    throw new Error(`${name}: its name does not tell its platform; lock it by hand.`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === 'linux' && words.length > words.indexOf(cpu) + 1 && { libc: [libc] }),
    optional: true,
    os: [os],
  };
}

/**
 * What is locked without a hash to hold it to, or from a place of its own: a host, a repository, a file that
 * is not in this project. Packages come from the registry that npm is set to, whichever, by their hash.
 * @param {Lock} lock
 */
export function untrustworthy(lock) {
  return Object.entries(lock.packages).flatMap(([place, it]) => {
    if (place === '' || isStandIn(place)) return [];
    if (it.resolved !== undefined && !(it.link && isStandIn(it.resolved)))
      return [`${place} comes from ${it.resolved}, and not by its hash from npm's registry.`];
    // A bundled one is inside of a package that has a hash; a binary for another platform was never fetched.
    if (it.link || it.inBundle || it.integrity?.startsWith('sha512-')) return [];
    const isBinary = it.optional && [...systems].some((os) => place.includes(os));
    return isBinary ? [] : [`${place} has no sha512 to hold it to.`];
  });
}

/** Of decision 2: in this project. @param {string} place */
function isStandIn(place) {
  return place.includes('tools/no-graphql/') && !/^\w+:/.test(place);
}

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
]);

if (import.meta.main) {
  const file = new URL('../package-lock.json', import.meta.url);
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBinaries(lock);
  if (process.argv.includes('--check')) {
    for (const { name, holder } of missing)
      console.error(`${name}, named by ${holder}, is not in the lock file. Run: npm run lock`);
    const faults = untrustworthy(lock);
    for (const fault of faults) console.error(fault);
    if (missing.length + faults.length > 0) process.exitCode = 1;
  } else {
    for (const { name, version = '', dev } of missing)
      lock.packages[`node_modules/${name}`] = lockedBinary(name, version, dev);
    const packages = Object.fromEntries(
      Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
    );
    writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  }
}
