import { expect, test } from 'vitest';
import { binaryByMetadata, binaryByName, missingBinaries } from './optional-binaries.js';

test('a binary missing from the lock file is named, wherever it might be nested', () => {
  const optionalDependencies = { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' };
  const lock = {
    packages: {
      'node_modules/a': {},
      'node_modules/a/node_modules/tool': { optionalDependencies },
      'node_modules/a/node_modules/tool-linux-x64': { version: '1.0.0' },
    },
  };
  expect(missingBinaries(lock).map(({ name }) => name)).toEqual(['tool-darwin-arm64']);
});

test('a binary is locked with the registry’s data, including its hash', () => {
  const metadata = {
    version: '1.0.0',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
    license: 'MIT',
    engines: { node: '>=20' },
    'dist.integrity': 'sha512-abc',
  };
  expect(binaryByMetadata(metadata, true)).toEqual({
    version: '1.0.0',
    integrity: 'sha512-abc',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    license: 'MIT',
    optional: true,
    os: ['linux'],
    engines: { node: '>=20' },
  });
});

test('a binary that the registry does not know is locked for the platform in its name', () => {
  expect(binaryByName('@rollup/rollup-linux-x64-musl', '4.0.0', true)).toEqual({
    version: '4.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(binaryByName('@dynoxide/darwin-arm64', '1.2.1')).toEqual({
    version: '1.2.1',
    cpu: ['arm64'],
    optional: true,
    os: ['darwin'],
  });
  expect(() => binaryByName('fsevents', '2.0.0')).toThrow('lock it by hand');
});
