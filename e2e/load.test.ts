import { expect, test } from 'vitest';
import type { Stored } from './delivery/stored.ts';
import { isFlawless, judge } from './load/judge.ts';
import type { Known } from './load/writer.ts';

const known: Known = {
  id: 'a',
  answers: { lname: 'Mouse' },
  version: 2,
  isWithdrawn: false,
  isSettled: true,
};
const row: Stored = {
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
const judged = (rows: Stored[], entries: Known[] = [known]) =>
  judge(rows, [{ username: 'ada', entries }]);

test('what was acknowledged and is there, once and as it was, is flawless', () => {
  expect(isFlawless(judged([row]))).toBe(true);
  // Nobody was told that it had arrived.
  expect(isFlawless(judged([], [{ ...known, isSettled: false }]))).toBe(true);
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
  const verdict = judged([...rows]);
  expect(verdict[flaw]).toBeGreaterThan(0);
  expect(isFlawless(verdict)).toBe(false);
});
