/**
 * @import { Lock } from './faults.js'
 * @typedef {{
 *   version: string,
 *   os?: string | string[],
 *   cpu?: string | string[],
 *   libc?: string | string[],
 *   license?: string,
 *   engines?: Record<string, string>,
 *   bin?: Record<string, string>,
 *   'dist.integrity': string,
 * }} Metadata What `npm view` tells of one version of a package.
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

/** As npm locks what it could fetch. @param {Metadata} metadata @param {boolean} [dev] */
export function binaryByMetadata(metadata, dev) {
  const { version, cpu, libc, license, os, engines, bin } = metadata;
  return {
    version,
    integrity: metadata['dist.integrity'],
    ...(cpu && { cpu }),
    ...(dev && { dev }),
    ...(libc && { libc }),
    ...(license && { license }),
    optional: true,
    ...(os && { os }),
    ...(engines && { engines }),
    ...(bin && { bin }),
  };
}

/** What a binary's name tells: `@rollup/rollup-linux-x64-musl`. @param {string} name @param {string} version @param {boolean} [dev] */
export function binaryByName(name, version, dev) {
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
