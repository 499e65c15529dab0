import { expect, test } from 'vitest';
import { processBatch, type Taken } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './record.ts';

const policy = { size: 10, bisects: false, reportsFailures: true, retries: 2, maxAge: -1 };

/** Records 1, 2, 3, …, all a second old. */
function records(count: number): StreamRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(index + 1), ApproximateCreationDateTime: 99 },
  }));
}

/** A function that takes batches as it is told, and what was brought to it, given up and saved. */
function aWorld(take: (brought: string) => Taken) {
  const brought: string[] = [];
  const givenUp: string[] = [];
  const saved: string[] = [];
  const rests: number[] = [];
  const deps = {
    invoke: async (batch: readonly StreamRecord[]) => {
      brought.push(batch.map(sequenceOf).join(''));
      return take(brought.at(-1) ?? '');
    },
    giveUp: async (batch: readonly StreamRecord[], condition: string, invocations: number) =>
      void givenUp.push(`${batch.map(sequenceOf).join('')} ${condition} ${invocations}`),
    save: async (sequence: string) => void saved.push(sequence),
    rest: async (failures: number) => void rests.push(failures),
    now: () => 100_000,
  };
  return { deps, brought, givenUp, saved, rests };
}

const all = (brought: string): Taken => ({ doneUpTo: brought.length });

test('a batch that is taken is brought once', async () => {
  const { deps, brought, saved } = aWorld(all);
  await processBatch(deps, policy, records(3));
  expect(brought).toEqual(['123']);
  expect(saved).toEqual(['3']);
});

test('a batch is brought again from its first failing record', async () => {
  const answers: Taken[] = [{ doneUpTo: 1 }, { doneUpTo: 0 }, { doneUpTo: 2 }];
  const { deps, brought, saved, rests } = aWorld(() => answers.shift() ?? 'error');
  await processBatch(deps, policy, records(3));
  expect(brought).toEqual(['123', '23', '23']);
  expect(saved).toEqual(['1', '3']);
  expect(rests).toEqual([1, 2]);
});

test('what fails for longer than its retries is given up, and the shard moves on', async () => {
  const { deps, brought, givenUp, saved } = aWorld(() => ({ doneUpTo: 0 }));
  await processBatch(deps, policy, records(2));
  expect(brought).toEqual(['12', '12', '12']);
  expect(givenUp).toEqual(['12 RetryAttemptsExhausted 3']);
  expect(saved).toEqual(['2']);
});

test('a batch that fails as a whole is halved until the poison is alone', async () => {
  const { deps, brought, givenUp, saved } = aWorld((it) => (it.includes('3') ? 'error' : all(it)));
  await processBatch(deps, { ...policy, bisects: true }, records(5));
  expect(brought).toEqual(['12345', '123', '12', '3', '3', '3', '45']);
  expect(givenUp).toEqual(['3 RetryAttemptsExhausted 3']);
  expect(saved).toEqual(['2', '3', '5']);
});

test('without halving, the poison takes its batch along', async () => {
  const { deps, givenUp } = aWorld((it) => (it.includes('3') ? 'error' : all(it)));
  await processBatch(deps, policy, records(5));
  expect(givenUp).toEqual(['12345 RetryAttemptsExhausted 3']);
});

test('what is too old is given up without asking', async () => {
  const { deps, brought, givenUp } = aWorld(all);
  const [old, young] = records(2);
  const tooOld = { ...old, dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 9 } };
  await processBatch(deps, { ...policy, maxAge: 60 }, [
    tooOld as StreamRecord,
    young as StreamRecord,
  ]);
  expect(givenUp).toEqual(['1 RecordAgeExceeded 0']);
  expect(brought).toEqual(['2']);
});

test('without limits a batch is brought until it is taken', async () => {
  let failures = 200;
  const { deps, brought, givenUp } = aWorld((it) => (failures-- > 0 ? 'error' : all(it)));
  await processBatch(deps, { ...policy, retries: -1 }, records(1));
  expect(brought).toHaveLength(201);
  expect(givenUp).toEqual([]);
});
