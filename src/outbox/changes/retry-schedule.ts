import { fullJitter } from '#core/values/retry-pause.ts';
import { getOwn } from '#core/values/own-property.ts';
import { idleBackoff, type Backoff, type PauseReason } from './backoff.ts';
import { isUndelivered, type QueuedChange } from './queued-change.ts';

export type Pause = {
  readonly is: 'paused';
  readonly until: number;
  /** Missing when nothing answered. `aside`: every waiting change is set aside. */
  readonly because?: PauseReason | 'aside';
};

export type NextStep =
  | { readonly is: 'send'; readonly change: QueuedChange }
  | Pause
  | { readonly is: 'done' };

const pauses = { first: 1000, longest: 5 * 60_000 };
/** For a change that is set aside. */
const ownPauses = { shortest: 30_000, first: 60_000, longest: 6 * 60 * 60_000 };
/** A longer `Retry-After` is ignored: the server may have meant another unit. */
const longestRetryAfter = 60 * 60_000;
/** After so many failures in a row, the change itself may be the cause. */
const failuresBeforeAside = 3;

/** What to do now. @param changes in the order they were saved */
export function nextStep(
  changes: readonly QueuedChange[],
  backoff: Backoff,
  now: number,
): NextStep {
  const first = firstOfEach(changes);
  if (first.length === 0) return { is: 'done' };
  const { retryAt: until, because } = backoff;
  if (isPaused(backoff, now)) return { is: 'paused', until, ...(because && { because }) };
  const due = first.filter(({ id }) => !isSetAside(backoff, id, now));
  const change = pick(due, backoff);
  if (change) return { is: 'send', change };
  const soonest = Math.min(...first.map(({ id }) => untilOf(backoff, id)));
  return { is: 'paused', until: soonest, because: 'aside' };
}

/** Whether nothing may be sent now. */
export function isPaused({ retryAt }: Backoff, now: number): boolean {
  return isAhead(retryAt, now, longestRetryAfter);
}

/** Whether one of those to be sent has to wait, because it has failed too often. */
export function isSetAside(backoff: Backoff, id: string, now: number): boolean {
  return isAhead(untilOf(backoff, id), now, ownPauses.longest);
}

/** The upper bound guards against a clock that was set back: seconds must not become years. */
function isAhead(until: number, now: number, longest: number): boolean {
  return until > now && until - now <= longest;
}

/** The first undelivered change of each entry. One that needs attention blocks later changes to its entry only. */
function firstOfEach(changes: readonly QueuedChange[]): readonly QueuedChange[] {
  const seen = new Set<string>();
  return changes.filter((it) => {
    if (!isUndelivered(it) || seen.has(it.entry)) return false;
    seen.add(it.entry);
    return it.status.is !== 'attention';
  });
}

/**
 * The oldest change; changes that have failed a few times come last. When the whole queue has failed a few
 * times, the change with the fewest failures: if it is delivered, the network is not the problem.
 */
function pick(changes: readonly QueuedChange[], backoff: Backoff): QueuedChange | undefined {
  const rankOf = ({ id }: QueuedChange) => {
    const { times = 0 } = getOwn(backoff.failing, id) ?? {};
    // Its own failures count as well: pressing “Send now” resets those of the queue.
    return Math.max(backoff.failures, times) >= failuresBeforeAside ? times : 0;
  };
  // The sort is stable.
  return changes.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

/** Milliseconds since 1970; 0 if it has not failed. */
export function untilOf({ failing }: Backoff, id: string): number {
  return getOwn(failing, id)?.until ?? 0;
}

/** Everything may be sent now: the network is back, or the person does not want to wait. */
export function withoutPauses(backoff: Backoff): Backoff {
  const { settled, failing = {} } = backoff;
  return {
    ...idleBackoff,
    ...(settled !== undefined && { settled }),
    failing: mapValues(failing, (it) => (it.until === undefined ? it : { ...it, until: 0 })),
  };
}

function mapValues<Value>(
  record: { readonly [key: string]: Value },
  to: (value: Value) => Value,
): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(record).map(([key, it]) => [key, to(it)]));
}

/** The server accepted or refused a change: it is up and not busy. */
export function afterAnswer(backoff: Backoff, id: string): Backoff {
  const { settled = 0, failing = {} } = backoff;
  const { [id]: _, ...others } = failing;
  return { ...idleBackoff, settled: settled + 1, failing: others };
}

/**
 * The server answered that this one has to wait, and the others need not. It may be wanted again at any time, so it
 * never waits longer than `pauses.longest`.
 */
export function afterSettingAside(backoff: Backoff, id: string, source: Source): Backoff {
  const { settled = 0, failing = {} } = backoff;
  const { times, since } = getOwn(failing, id) ?? { times: 0, since: settled };
  const pause = Math.max(ownPauses.shortest, fullJitter(pauses, times, source.random));
  const its = { times: times + 1, since, until: Math.ceil(source.now + pause) };
  return { ...idleBackoff, settled, failing: { ...failing, [id]: its } };
}

type Source = { readonly now: number; /** From 0 to less than 1. */ readonly random: number };
type Reason = {
  readonly retryAfter?: number | undefined;
  readonly because?: PauseReason | undefined;
};

/** Nothing could be sent at all. */
export function afterFailure(
  { failures, ...backoff }: Backoff,
  retryAfter: number | undefined,
  { now, random }: Source,
): Backoff {
  const pause = Math.max(fullJitter(pauses, failures, random), bounded(retryAfter));
  const { because: _, ...rest } = backoff;
  return { ...rest, failures: failures + 1, retryAt: Math.ceil(now + pause) };
}

/** An attempt to send one change failed. */
export function afterAttempt(
  backoff: Backoff,
  id: string,
  { retryAfter, because }: Reason,
  source: Source,
): Backoff {
  const paused = { ...afterFailure(backoff, retryAfter, source), ...(because && { because }) };
  // A busy server is busy for every change.
  if (because === 'busy') return paused;
  const { settled = 0, failing = {} } = backoff;
  const { times, since } = getOwn(failing, id) ?? { times: 0, since: settled };
  const its = { times: times + 1, since };
  const doOthersPass = settled > since;
  if (its.times < failuresBeforeAside || !doOthersPass)
    return { ...paused, failing: { ...failing, [id]: its } };
  const pause = Math.max(
    ownPauses.shortest,
    fullJitter(ownPauses, its.times - failuresBeforeAside, source.random),
    bounded(retryAfter),
  );
  // The other changes need not wait for it.
  return {
    ...backoff,
    failing: { ...failing, [id]: { ...its, until: Math.ceil(source.now + pause) } },
  };
}

function bounded(retryAfter = 0): number {
  return Math.min(longestRetryAfter, retryAfter);
}
