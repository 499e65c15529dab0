import { expect, test } from 'vitest';
import type { StoredEntry } from '../delivery/evidence/stored-entries.ts';
import { isFlawless, checkStored } from './check-stored.ts';
import type { ExpectedEntry } from '../soak/soak-writer.ts';

const expected: ExpectedEntry = {
  id: 'a',
  answers: { lname: 'Mouse' },
  version: 2,
  isWithdrawn: false,
  isSettled: true,
};
const row: StoredEntry = {
  id: 'a',
  form: 'pwausers',
  username: 'ada',
  version: 2,
  answers: { lname: 'Mouse' },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  operations: [],
  pk: 'user#ada',
};
const check = (rows: StoredEntry[], entries: ExpectedEntry[] = [expected]) =>
  checkStored(rows, [{ username: 'ada', entries }]);

test('entries that are stored once, as acknowledged, are flawless', () => {
  expect(isFlawless(check([row]))).toBe(true);
  // It was never acknowledged.
  expect(isFlawless(check([], [{ ...expected, isSettled: false }]))).toBe(true);
});

test.each([
  ['lost', []],
  ['duplicates', [row, row]],
  ['duplicates', [row, { ...row, id: 'b' }]],
  ['otherwise', [{ ...row, version: 1 }]],
  ['otherwise', [{ ...row, answers: { lname: 'Duck' } }]],
  ['otherwise', [{ ...row, deletedAt: '2026-01-01T00:00:00.000Z' }]],
  ['strangers', [row, { ...row, id: 'b', answers: { lname: 'Duck' } }]],
  ['strangers', [{ ...row, username: 'eve' }]],
] as const)('%s are noticed', (flaw, rows) => {
  const verdict = check([...rows]);
  expect(verdict[flaw]).toBeGreaterThan(0);
  expect(isFlawless(verdict)).toBe(false);
});
