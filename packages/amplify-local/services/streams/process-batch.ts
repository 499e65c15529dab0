import type { BatchPolicy } from './mapping-settings.ts';
import { arrivalOf, sequenceOf, type StreamRecord } from './stream-record.ts';

/** The outcome of a batch: the index of the first record that is not done, or an error. */
export type BatchOutcome = { readonly doneUpTo: number } | 'error';

/** Lambda's names for the reasons why records are given up. */
export type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

type Deps = {
  readonly invoke: (records: readonly StreamRecord[]) => Promise<BatchOutcome>;
  readonly giveUp: (
    records: readonly StreamRecord[],
    condition: Condition,
    invocations: number,
  ) => Promise<void>;
  /** Stores that everything up to here is done. */
  readonly save: (sequence: string) => Promise<void>;
  /** Waits before another attempt. Throws if there will be none. */
  readonly pause: (failures: number) => Promise<void>;
  readonly now: () => number;
};

/**
 * Delivers a batch to a function until every record in it is done or given up. A failing batch is
 * retried from its first failing record; one that fails as a whole is first halved, if the mapping
 * says so, which does not count as a retry.
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
    const outcome = await deps.invoke(waiting);
    const doneUpTo = outcome === 'error' ? 0 : outcome.doneUpTo;
    if (doneUpTo > 0) {
      await done(waiting.slice(0, doneUpTo));
      failures = 0;
    } else if (outcome === 'error' && policy.bisects && waiting.length > 1) {
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
    await deps.pause(failures);
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
