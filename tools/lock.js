/**
 * `npm run lock`, after each `npm install`: writes into the lock files, ours and that of bench/, what npm
 * leaves out of them: the binaries of other platforms and their hashes (docs/decisions/0003). With `--check`
 * it changes nothing, says what is wrong with a file, and fails.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { binaryByMetadata, binaryByName, missingBinaries } from './lock/binaries.js';
import { lacksHash, lockFaults } from './lock/faults.js';
import { noMetadata } from './lock/no-metadata.js';

/** @import { Lock } from './lock/faults.js' @import { Metadata } from './lock/binaries.js' */

const projects = [
  { project: new URL('..', import.meta.url), withoutMetadata: noMetadata },
  { project: new URL('../bench/', import.meta.url), withoutMetadata: [] },
];

for (const { project, withoutMetadata } of projects) {
  const file = new URL('package-lock.json', project);
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  if (process.argv.includes('--check')) check(lock, project, withoutMetadata);
  else writeFileSync(file, `${JSON.stringify(await complete(lock), null, 2)}\n`);
}

/** @param {Lock} lock @param {URL} project its folder @param {readonly string[]} withoutMetadata */
function check(lock, project, withoutMetadata) {
  const { overrides } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8'));
  const faults = [
    ...missingBinaries(lock).map(
      ({ name, holder }) =>
        `${name}, named by ${holder || 'package.json'}, is not in the lock file. Run: npm run lock`,
    ),
    ...lockFaults(lock, {
      project: fileURLToPath(project),
      overrides,
      noMetadata: withoutMetadata,
    }),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** @param {Lock} lock @returns {Promise<Lock>} */
async function complete(lock) {
  for (const { name, version = '', dev } of missingBinaries(lock))
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...(dev && { dev }) };

  const unhashed = Object.entries(lock.packages).filter(([place, it]) => lacksHash(place, it));
  await inTurns(unhashed, async ([place, { version = '', dev }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const id = `${name}@${version}`;
    const metadata = await askRegistry(id);
    if (!metadata && !noMetadata.includes(id))
      console.error(
        `The registry does not know ${id}. If that is so, add it to tools/lock/no-metadata.js.`,
      );
    lock.packages[place] = metadata
      ? binaryByMetadata(metadata, dev)
      : binaryByName(name, version, dev);
  });

  const packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return { ...lock, packages };
}

/** What npm's registry, whichever npm is set to, says of one version. @param {string} wanted @returns {Promise<Metadata | undefined>} */
async function askRegistry(wanted) {
  const fields = ['version', 'os', 'cpu', 'libc', 'license', 'engines', 'bin', 'dist.integrity'];
  try {
    const { stdout } = await promisify(execFile)('npm', ['view', wanted, ...fields, '--json'], {
      shell: process.platform === 'win32',
    });
    return JSON.parse(stdout);
  } catch (error) {
    // Not there, or not in this version. Without a network nothing can be said, so nothing is written.
    if (String(error).includes('E404')) return undefined;
    throw error;
  }
}

/** Four at a time, so that a registry is not asked for eighty things at once. @template T @param {T[]} all @param {(it: T) => Promise<void>} each */
async function inTurns(all, each) {
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await each(next);
  };
  await Promise.all([work(), work(), work(), work()]);
}
