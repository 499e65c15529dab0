import { expect, test } from 'vitest';
import { testIdErrors } from './test-id-errors.ts';

const stored = { file: 'a.test.ts', name: 'an entry is stored', ids: ['entry-stored'] };
const inUse = { known: ['entry-stored'], tests: [stored], lists: { 'list.ts': ['entry-stored'] } };

test('an id that one test has and a list names is right', () => {
  expect(testIdErrors(inUse)).toEqual([]);
});

test('an id that no test has is reported', () => {
  expect(testIdErrors({ ...inUse, tests: [] })).toEqual(['No test has the id “entry-stored”.']);
});

test('an id that two tests have is reported with their files', () => {
  const copy = { ...stored, file: 'b.test.ts' };
  expect(testIdErrors({ ...inUse, tests: [stored, copy] })).toEqual([
    '2 tests have the id “entry-stored”: a.test.ts, b.test.ts.',
  ]);
});

test('an id that no list needs is reported', () => {
  expect(testIdErrors({ ...inUse, lists: {} })).toEqual(['No list needs the test “entry-stored”.']);
});

test('an unknown id is reported, in a list and on a test', () => {
  const lists = { 'list.ts': ['entry-stored', 'entry-stord'] };
  const tests = [{ ...stored, ids: ['entry-stored', 'stored'] }];
  expect(testIdErrors({ ...inUse, lists, tests })).toEqual([
    'list.ts: there is no test “entry-stord”.',
    'a.test.ts: “an entry is stored” has the unknown id “stored”.',
  ]);
});
