import { expect, test } from 'vitest';
import { processBatch, type BatchOutcome } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './stream-record.ts';

const policy = { size: 10, bisects: false, reportsFailures: true, retries: 2, maxAge: -1 };

/** Records 1, 2, 3, …, each a second old. */
function records(count: number): StreamRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(index + 1), ApproximateCreationDateTime: 99 },
  }));
}

/** A function with given outcomes, and a record of the batches it got, those given up, and the checkpoints. */
function recordingDeps(outcomeOf: (delivered: string) => BatchOutcome) {
  const delivered: string[] = [];
  const givenUp: string[] = [];
  const saved: string[] = [];
  const pauses: number[] = [];
  const deps = {
    invoke: async (batch: readonly StreamRecord[]) => {
      delivered.push(batch.map(sequenceOf).join(''));
      return outcomeOf(delivered.at(-1) ?? '');
    },
    giveUp: async (batch: readonly StreamRecord[], condition: string, invocations: number) =>
      void givenUp.push(`${batch.map(sequenceOf).join('')} ${condition} ${invocations}`),
    save: async (sequence: string) => void saved.push(sequence),
    pause: async (failures: number) => void pauses.push(failures),
    now: () => 100_000,
  };
  return { deps, delivered, givenUp, saved, pauses };
}

const all = (delivered: string): BatchOutcome => ({ doneUpTo: delivered.length });

test('a successful batch is delivered once', async () => {
  const { deps, delivered, saved } = recordingDeps(all);
  await processBatch(deps, policy, records(3));
  expect(delivered).toEqual(['123']);
  expect(saved).toEqual(['3']);
});

test('a batch is retried from its first failing record', async () => {
  const answers: BatchOutcome[] = [{ doneUpTo: 1 }, { doneUpTo: 0 }, { doneUpTo: 2 }];
  const { deps, delivered, saved, pauses } = recordingDeps(() => answers.shift() ?? 'error');
  await processBatch(deps, policy, records(3));
  expect(delivered).toEqual(['123', '23', '23']);
  expect(saved).toEqual(['1', '3']);
  expect(pauses).toEqual([1, 2]);
});

test('records that still fail after the last retry are given up, and the shard moves on', async () => {
  const { deps, delivered, givenUp, saved } = recordingDeps(() => ({ doneUpTo: 0 }));
  await processBatch(deps, policy, records(2));
  expect(delivered).toEqual(['12', '12', '12']);
  expect(givenUp).toEqual(['12 RetryAttemptsExhausted 3']);
  expect(saved).toEqual(['2']);
});

test('a batch that fails as a whole is halved until the failing record is alone', async () => {
  const { deps, delivered, givenUp, saved } = recordingDeps((it) =>
    it.includes('3') ? 'error' : all(it),
  );
  await processBatch(deps, { ...policy, bisects: true }, records(5));
  expect(delivered).toEqual(['12345', '123', '12', '3', '3', '3', '45']);
  expect(givenUp).toEqual(['3 RetryAttemptsExhausted 3']);
  expect(saved).toEqual(['2', '3', '5']);
});

test('without halving, the whole batch is given up with the failing record', async () => {
  const { deps, givenUp } = recordingDeps((it) => (it.includes('3') ? 'error' : all(it)));
  await processBatch(deps, policy, records(5));
  expect(givenUp).toEqual(['12345 RetryAttemptsExhausted 3']);
});

test('records that are too old are given up without a delivery', async () => {
  const { deps, delivered, givenUp } = recordingDeps(all);
  const [old, young] = records(2);
  const tooOld = { ...old, dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 9 } };
  await processBatch(deps, { ...policy, maxAge: 60 }, [
    tooOld as StreamRecord,
    young as StreamRecord,
  ]);
  expect(givenUp).toEqual(['1 RecordAgeExceeded 0']);
  expect(delivered).toEqual(['2']);
});

test('without limits a batch is retried until it succeeds', async () => {
  let failures = 200;
  const { deps, delivered, givenUp } = recordingDeps((it) => (failures-- > 0 ? 'error' : all(it)));
  await processBatch(deps, { ...policy, retries: -1 }, records(1));
  expect(delivered).toHaveLength(201);
  expect(givenUp).toEqual([]);
});
