import { expect, test } from 'vitest';
import { isAllowed, licencesIn } from './licences.js';

test('a choice of licences is accepted if one of them is', () => {
  expect(
    ['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND BSD-3-Clause'].map(isAllowed),
  ).toEqual([true, true, true]);
  expect(['GPL-3.0-only', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'none'].map(isAllowed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const [known, unknown] = licencesIn({
    '': { dependencies: { a: '1' } },
    'node_modules/a': { license: 'ISC' },
    'node_modules/b': {},
  });
  expect(known).toEqual({ name: 'a', ships: true, licence: 'ISC' });
  expect(unknown).toEqual({ name: 'b', ships: false, licence: 'none' });
});

test('what the project itself depends on ships, and nothing else: no workspace, and no optional binary', () => {
  const found = licencesIn({
    '': { dependencies: { app: '1' }, optionalDependencies: { binary: '1' } },
    'packages/local-cloud': { dependencies: { tool: '1' }, optionalDependencies: { engine: '1' } },
    'node_modules/local-cloud': { link: true },
    'node_modules/app': {
      license: 'MIT',
      dependencies: { part: '1' },
      peerDependencies: { peer: '1' },
    },
    'node_modules/app/node_modules/part': { license: 'MIT', dependencies: { shared: '1' } },
    'node_modules/part': { license: 'MIT' },
    'node_modules/peer': { license: 'MIT' },
    'node_modules/shared': { license: 'MIT' },
    'node_modules/tool': { license: 'MIT', dependencies: { shared: '1' } },
    'node_modules/binary': { license: 'MIT' },
    'node_modules/engine': {},
  });
  const ships = found.filter((it) => it.ships).map(({ name }) => name);
  expect(ships).toEqual(['app', 'part', 'peer', 'shared']);
  // A workspace's own licence is not that of the binaries it depends on.
  expect(found.find(({ name }) => name === 'engine')).toMatchObject({ licence: 'none' });
});
