import { expect, test } from 'vitest';
import { err } from '#core/values/result.ts';
import { revision, sampleApiEntry, sampleChange, delivered } from '../../testing/sample-changes.ts';
import { answered, submitted } from './entry-changes.ts';

const calculated = ['sum'];

test('values that the server calculated differently on both sides are no conflict', () => {
  const change = revision(
    { a: 2, b: 1 },
    { base: { a: 1, b: 1 }, ifVersion: 1, calculated, status: { is: 'sending', attempts: 1 } },
  );
  const current = sampleApiEntry(2, { a: 1, b: 5, sum: 6 });
  const problem = { is: 'refused', code: 'stale', title: '', issues: [], current } as const;
  expect(answered([change], change.id, { answer: err(problem), at: '' })).toMatchObject([
    { answers: { a: 2, b: 5 }, base: { a: 1, b: 5 }, ifVersion: 2, status: { is: 'waiting' } },
  ]);
});

test('submitting the same draft again changes nothing, though the delivered entry has calculated values', () => {
  const changes = [sampleChange({ status: delivered(1, { a: 1, sum: 1 }) })];
  const { answers: _, ...sent } = sampleChange({ answers: { a: 1 }, calculated });
  const before = changes.map(({ answers: _answers, ...it }) => it);
  expect(submitted(before, { ...sent, answers: { a: 1 } }, 'change-1')).toBe(before);
});
