import { expect, test } from 'vitest';
import type { StreamRecord } from './record.ts';
import { takenFrom } from './taken.ts';

const records: StreamRecord[] = ['10', '11', '12'].map((SequenceNumber) => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber, ApproximateCreationDateTime: 0 },
}));

const failing = (...ids: unknown[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

test.each([
  [null, { doneUpTo: 3 }],
  [{}, { doneUpTo: 3 }],
  [{ batchItemFailures: null }, { doneUpTo: 3 }],
  [failing(), { doneUpTo: 3 }],
  [failing('11'), { doneUpTo: 1 }],
  [failing('12', '11'), { doneUpTo: 1 }],
  [failing('13'), 'error'],
  [failing(''), 'error'],
  [failing(null), 'error'],
  [{ batchItemFailures: 'none' }, 'error'],
  [{ batchItemFailures: [null] }, 'error'],
])('an answer of %j is %j', (payload, taken) => {
  expect(takenFrom({ ok: true, payload }, records, true)).toEqual(taken);
});

test('a function that failed has taken nothing, and one that reports no failures all', () => {
  expect(takenFrom({ ok: false, reason: 'timed out' }, records, true)).toBe('error');
  expect(takenFrom({ ok: true, payload: failing('10') }, records, false)).toEqual({ doneUpTo: 3 });
});
