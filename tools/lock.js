/**
 * `npm run lock`, after each `npm install`: adds to the lock files, ours and that of bench/, what npm leaves
 * out: the binaries of other platforms and their hashes (docs/decisions/0003). With `--check` it changes
 * nothing, and fails if a file is wrong.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { binaryByMetadata, binaryByName, missingBinaries } from './lock/optional-binaries.js';
import { lacksHash, lockErrors } from './lock/lock-errors.js';
import { noMetadata } from './lock/no-metadata.js';

/** @import { Lock } from './lock/lock-errors.js' @import { Metadata } from './lock/optional-binaries.js' */

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
  const errors = [
    ...missingBinaries(lock).map(
      ({ name, holder }) =>
        `${name}, named by ${holder || 'package.json'}, is not in the lock file. Run: npm run lock`,
    ),
    ...lockErrors(lock, {
      project: fileURLToPath(project),
      overrides,
      noMetadata: withoutMetadata,
    }),
  ];
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}

/** @param {Lock} lock @returns {Promise<Lock>} */
async function complete(lock) {
  for (const { name, version = '', dev } of missingBinaries(lock))
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...(dev && { dev }) };

  const unhashed = Object.entries(lock.packages).filter(([path, it]) => lacksHash(path, it));
  await fourAtATime(unhashed, async ([path, { version = '', dev }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const id = `${name}@${version}`;
    const metadata = await queryRegistry(id);
    if (!metadata && !noMetadata.includes(id))
      console.error(
        `The registry does not know ${id}. If that is so, add it to tools/lock/no-metadata.js.`,
      );
    lock.packages[path] = metadata
      ? binaryByMetadata(metadata, dev)
      : binaryByName(name, version, dev);
  });

  const packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return { ...lock, packages };
}

/** The metadata of a version, from npm's configured registry. @param {string} wanted @returns {Promise<Metadata | undefined>} */
async function queryRegistry(wanted) {
  const fields = ['version', 'os', 'cpu', 'libc', 'license', 'engines', 'bin', 'dist.integrity'];
  try {
    const { stdout } = await promisify(execFile)('npm', ['view', wanted, ...fields, '--json'], {
      shell: process.platform === 'win32',
    });
    return JSON.parse(stdout);
  } catch (error) {
    // There is no such package or version. Other errors, such as no network, prevent writing the file.
    if (String(error).includes('E404')) return undefined;
    throw error;
  }
}

/** Four at a time, to spare the registry. @template T @param {T[]} all @param {(it: T) => Promise<void>} each */
async function fourAtATime(all, each) {
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await each(next);
  };
  await Promise.all([work(), work(), work(), work()]);
}
