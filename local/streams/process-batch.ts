import type { BatchPolicy } from './mapping-settings.ts';
import { arrivalOf, sequenceOf, type StreamRecord } from './record.ts';

/** How a function took a batch: the index of the first record it is not done with, or an error. */
export type Taken = { readonly doneUpTo: number } | 'error';

/** Why records are given up, as Lambda words it. */
export type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

type Deps = {
  readonly invoke: (records: readonly StreamRecord[]) => Promise<Taken>;
  readonly giveUp: (
    records: readonly StreamRecord[],
    condition: Condition,
    invocations: number,
  ) => Promise<void>;
  /** Remembers that everything up to here is done with. */
  readonly save: (sequence: string) => Promise<void>;
  /** Waits before another attempt; throws when there will be none. */
  readonly rest: (failures: number) => Promise<void>;
  readonly now: () => number;
};

/**
 * Brings a batch to a function until every record in it is done with, or given up. A failing batch is
 * brought again from its first failing record; one that fails as a whole is halved first where the mapping
 * says so, which uses up no retry.
 */
export async function processBatch(
  deps: Deps,
  policy: BatchPolicy,
  batch: readonly StreamRecord[],
): Promise<void> {
  let waiting = batch;
  let failures = 0;
  while (waiting.length > 0) {
    const tooOld = waiting.filter((it) => isTooOld(it));
    if (tooOld.length > 0) {
      await done(tooOld, () => deps.giveUp(tooOld, 'RecordAgeExceeded', failures));
      continue;
    }
    const taken = await deps.invoke(waiting);
    const doneUpTo = taken === 'error' ? 0 : taken.doneUpTo;
    if (doneUpTo > 0) {
      await done(waiting.slice(0, doneUpTo));
      failures = 0;
    } else if (taken === 'error' && policy.bisects && waiting.length > 1) {
      const half = Math.ceil(waiting.length / 2);
      await processBatch(deps, policy, waiting.slice(0, half));
      return processBatch(deps, policy, waiting.slice(half));
    }
    if (waiting.length === 0) return;
    failures += 1;
    if (policy.retries >= 0 && failures > policy.retries) {
      const given = waiting;
      return done(given, () => deps.giveUp(given, 'RetryAttemptsExhausted', failures));
    }
    await deps.rest(failures);
  }

  async function done(records: readonly StreamRecord[], first = async () => {}): Promise<void> {
    await first();
    waiting = waiting.slice(records.length);
    const last = records.at(-1);
    if (last) await deps.save(sequenceOf(last));
  }

  function isTooOld(record: StreamRecord): boolean {
    return policy.maxAge >= 0 && deps.now() - arrivalOf(record) > policy.maxAge * 1000;
  }
}
