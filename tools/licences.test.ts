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
    'node_modules/a': { license: 'ISC' },
    'node_modules/b': { dev: true },
  });
  expect(known).toEqual({ name: 'a', ships: true, licence: 'ISC' });
  expect(unknown).toEqual({ name: 'b', ships: false, licence: 'none' });
});
