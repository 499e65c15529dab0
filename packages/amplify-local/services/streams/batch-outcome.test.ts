import { expect, test } from 'vitest';
import type { StreamRecord } from './stream-record.ts';
import { toBatchOutcome } from './batch-outcome.ts';

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
])('the result %j means %j', (payload, expected) => {
  expect(toBatchOutcome({ ok: true, payload }, records, true)).toEqual(expected);
});

test('a failed function has processed nothing, and one that reports no failures everything', () => {
  expect(toBatchOutcome({ ok: false, reason: 'timed out' }, records, true)).toBe('error');
  expect(toBatchOutcome({ ok: true, payload: failing('10') }, records, false)).toEqual({
    doneUpTo: 3,
  });
});
