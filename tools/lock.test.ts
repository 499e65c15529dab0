import { expect, test } from 'vitest';
import { lockedBinary, missingBinaries, untrustworthy } from './lock.js';

test('a binary the lock file leaves out is named, wherever it might be nested', () => {
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

test('a binary is locked for the platform its name tells', () => {
  expect(lockedBinary('@rollup/rollup-linux-x64-musl', '4.0.0', true)).toEqual({
    version: '4.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(lockedBinary('@dynoxide/darwin-arm64', '1.2.1')).toEqual({
    version: '1.2.1',
    cpu: ['arm64'],
    optional: true,
    os: ['darwin'],
  });
  expect(() => lockedBinary('fsevents', '2.0.0')).toThrow('lock it by hand');
});

function faults(locked: object) {
  return untrustworthy({ packages: { 'node_modules/a': locked } });
}

test('what is locked comes by its hash, from wherever npm fetches, and from nowhere else', () => {
  const integrity = 'sha512-abc';
  expect(faults({ version: '1.0.0', integrity })).toEqual([]);
  expect(faults({ version: '1.0.0' })).toEqual(['node_modules/a has no sha512 to hold it to.']);
  expect(faults({ integrity: 'sha1-abc' })).toHaveLength(1);
  for (const resolved of [
    'https://registry.example/a.tgz',
    'http://a.tgz',
    'git+ssh://a',
    'file:../a',
  ])
    expect(faults({ integrity, resolved })).toHaveLength(1);
});
