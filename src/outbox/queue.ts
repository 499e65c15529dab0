import { fullJitter } from '#core/full-jitter.ts';
import { own } from '#core/own.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';
import { rested } from './rested.ts';

/**
 * When the outbox may try again. A failure is first the queue's, not a parcel's, because as a rule it is the
 * network that fails, or the whole server. Once others pass and one still fails, it is that one's own: it
 * steps aside, so that it holds up nobody. The table of this: docs/offline.md.
 */
export type Queue = {
  /** Attempts in a row that came to nothing, whichever parcel they were at. */
  readonly failures: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly restsUntil: number;
  readonly because?: Because | undefined;
  /** How often the server has settled a parcel: taken it, or refused it for good. */
  readonly settled?: number;
  /** The parcels that came to nothing so far, by their ids. */
  readonly failing?: { readonly [id: string]: Failing };
};

/** What answered, where anything did: our API had no time, or had a fault. */
export type Because = 'busy' | 'failed';

export type Failing = {
  /** Attempts in a row that came to nothing. */
  readonly times: number;
  /** What `settled` was at the first of them. */
  readonly since: number;
  /** Once it has stepped aside: when it is tried again. */
  readonly until?: number;
};

export type Rest = {
  readonly is: 'rest';
  readonly until: number;
  /** Left out where nothing answered. `aside`: all that waits has stepped aside. */
  readonly because?: Because | 'aside';
};

export type Next =
  | { readonly is: 'send'; readonly parcel: Parcel }
  | Rest
  | { readonly is: 'done' };

const pauses = { first: 1000, longest: 5 * 60_000 };
/** Of a parcel that has stepped aside. */
const ownPauses = { shortest: 30_000, first: 60_000, longest: 6 * 60 * 60_000 };
/** Longer than this no server is obeyed: it may have meant another unit. */
const mostPatient = 60 * 60_000;
/** Failures in a row, after which it may be the parcel's own fault. */
const few = 3;

/** What to do now, with the parcels in the order they were saved. */
export function next(parcels: readonly Parcel[], queue: Queue, now: number): Next {
  const first = firstOfEach(parcels);
  if (first.length === 0) return { is: 'done' };
  const { restsUntil: until, because } = queue;
  if (isAhead(until, now, mostPatient)) return { is: 'rest', until, ...(because && { because }) };
  const due = first.filter(({ id }) => !isAhead(untilOf(queue, id), now, ownPauses.longest));
  const parcel = pick(due, queue);
  if (parcel) return { is: 'send', parcel };
  const soonest = Math.min(...first.map(({ id }) => untilOf(queue, id)));
  return { is: 'rest', until: soonest, because: 'aside' };
}

/** A clock that was put back must not turn seconds into years. */
function isAhead(until: number, now: number, longest: number): boolean {
  return until > now && until - now <= longest;
}

/** The first of each entry. What needs attention holds back the later changes to its own entry, and nothing else. */
function firstOfEach(parcels: readonly Parcel[]): readonly Parcel[] {
  const seen = new Set<string>();
  return parcels.filter((it) => {
    if (!isOnItsWay(it) || seen.has(it.entry)) return false;
    seen.add(it.entry);
    return it.stand.is !== 'attention';
  });
}

/**
 * Whichever was saved first, and what has failed a few times after the others. After a few failures in a row
 * whichever has failed least: one that the server takes shows that it is not the network.
 */
function pick(parcels: readonly Parcel[], queue: Queue): Parcel | undefined {
  const rankOf = ({ id }: Parcel) => {
    const { times = 0 } = own(queue.failing, id) ?? {};
    // Its own failures count as well: an impatient person begins the queue's anew each time.
    return Math.max(queue.failures, times) >= few ? times : 0;
  };
  // Sorting keeps the order of equals.
  return parcels.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

function untilOf({ failing }: Queue, id: string): number {
  return own(failing, id)?.until ?? 0;
}

/** How a parcel fares that has stepped aside, if it has. */
export function asideIn({ failing }: Queue, id: string): Failing | undefined {
  const its = own(failing, id);
  return its?.until === undefined ? undefined : its;
}

/** Everything is due now: the network has come back, or the person does not want to wait. */
export function atOnce(queue: Queue): Queue {
  const { settled, failing = {} } = queue;
  return {
    ...rested,
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

/** The server has settled a parcel: it is there, and has time. */
export function afterAnswer(queue: Queue, id: string): Queue {
  const { settled = 0, failing = {} } = queue;
  const { [id]: _, ...others } = failing;
  return { ...rested, settled: settled + 1, failing: others };
}

type Source = { readonly now: number; /** From 0 to less than 1. */ readonly random: number };
type Reason = {
  readonly retryAfter?: number | undefined;
  readonly because?: Because | undefined;
};

/** Nothing could be sent, of whatever parcel. */
export function afterFailure(
  { failures, ...queue }: Queue,
  retryAfter: number | undefined,
  { now, random }: Source,
): Queue {
  const pause = Math.max(fullJitter(pauses, failures, random), patience(retryAfter));
  const { because: _, ...rest } = queue;
  return { ...rest, failures: failures + 1, restsUntil: Math.ceil(now + pause) };
}

/** An attempt at a parcel came to nothing. */
export function afterAttempt(
  queue: Queue,
  id: string,
  { retryAfter, because }: Reason,
  source: Source,
): Queue {
  const rests = { ...afterFailure(queue, retryAfter, source), ...(because && { because }) };
  // Whoever is busy is so for everybody.
  if (because === 'busy') return rests;
  const { settled = 0, failing = {} } = queue;
  const { times, since } = own(failing, id) ?? { times: 0, since: settled };
  const its = { times: times + 1, since };
  const doOthersPass = settled > since;
  if (its.times < few || !doOthersPass) return { ...rests, failing: { ...failing, [id]: its } };
  const pause = Math.max(
    ownPauses.shortest,
    fullJitter(ownPauses, its.times - few, source.random),
    patience(retryAfter),
  );
  // The others are not made to wait for it.
  return {
    ...queue,
    failing: { ...failing, [id]: { ...its, until: Math.ceil(source.now + pause) } },
  };
}

function patience(retryAfter = 0): number {
  return Math.min(mostPatient, retryAfter);
}
