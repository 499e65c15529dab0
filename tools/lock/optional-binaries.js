/**
 * @import { Lock } from './lock-errors.js'
 * @typedef {{
 *   version: string,
 *   os?: string | string[],
 *   cpu?: string | string[],
 *   libc?: string | string[],
 *   license?: string,
 *   engines?: Record<string, string>,
 *   bin?: Record<string, string>,
 *   'dist.integrity': string,
 * }} Metadata The output of `npm view` for one version of a package.
 */

/** Every optional dependency of a locked package that is not locked. @param {Lock} lock */
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
  return named.filter(({ holder, name }) => !isLocked(lock, holder, name));
}

/** Like Node resolves it: beside the holder, or beside any folder that contains it. @type {(lock: Lock, holder: string, name: string) => boolean} */
function isLocked({ packages }, holder, name) {
  const path = holder === '' ? `node_modules/${name}` : `${holder}/node_modules/${name}`;
  if (packages[path]) return true;
  if (holder === '') return false;
  return isLocked(
    { packages },
    holder.slice(0, Math.max(0, holder.lastIndexOf('/node_modules/'))),
    name,
  );
}

/** The entry that npm writes for a package that it fetched. @param {Metadata} metadata @param {boolean} [dev] */
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

/** An entry from the platform in the name: `@rollup/rollup-linux-x64-musl`. @param {string} name @param {string} version @param {boolean} [dev] */
export function binaryByName(name, version, dev) {
  const nameParts = (name.split('/').at(-1) ?? '').split('-');
  const os = nameParts.find((namePart) => systems.has(namePart));
  const cpu = nameParts.find((namePart) => processors.has(namePart));
  if (!os || !cpu)
    throw new Error(`${name}: its name does not tell its platform; lock it by hand.`);
  const libc = nameParts.some((namePart) => namePart.startsWith('musl')) ? 'musl' : 'glibc';
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === 'linux' && nameParts.length > nameParts.indexOf(cpu) + 1 && { libc: [libc] }),
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
