import { expect, test } from 'vitest';
import { claimNames, commandsFor } from './claims.ts';

test.each(claimNames())('something verifies %s', (claim) => {
  expect(commandsFor(claim, [])).not.toEqual([]);
});

test('a script runs by Node, with the options it is given', () => {
  expect(commandsFor('load', ['--minutes', '2'])).toEqual([
    ['verify/load/verify-load.ts', '--minutes', '2'],
  ]);
});

test('files of vitest run by vitest', () => {
  expect(commandsFor('pages', ['-t', 'axe'])).toEqual([
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'verify', 'verify/pages/', '-t', 'axe'],
  ]);
});

test('offline also runs the quick tests of the gate', () => {
  expect(commandsFor('offline', []).map((it) => it.slice(2))).toEqual([
    ['--project', 'offline'],
    ['--project', 'verify', 'verify/offline/'],
  ]);
});
