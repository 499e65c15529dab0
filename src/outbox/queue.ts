import { fullJitter } from '#core/full-jitter.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';

/** When the outbox may try again. Backing off is the queue's, not a parcel's: it is the network that fails. */
export type Queue = {
  /** Attempts in a row that found nobody. */
  readonly failures: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly restsUntil: number;
};

export const rested: Queue = { failures: 0, restsUntil: 0 };

export type Next =
  | { readonly is: 'send'; readonly parcel: Parcel }
  | { readonly is: 'rest'; readonly until: number }
  | { readonly is: 'done' };

const pauses = { first: 1000, longest: 5 * 60_000 };
/** Longer than this no server is obeyed: it may have meant another unit. */
const mostPatient = 60 * 60_000;

/** What to do now, with the parcels in the order they were saved. */
export function next(parcels: readonly Parcel[], queue: Queue, now: number): Next {
  const parcel = firstThatCanGo(parcels);
  if (!parcel) return { is: 'done' };
  const until = queue.restsUntil;
  // A clock that was put back must not turn seconds into years.
  const isResting = until > now && until - now <= mostPatient;
  return isResting ? { is: 'rest', until } : { is: 'send', parcel };
}

/** What needs attention holds back the later changes to its own entry, and nothing else. */
function firstThatCanGo(parcels: readonly Parcel[]): Parcel | undefined {
  const held = new Set<string>();
  for (const parcel of parcels.filter(isOnItsWay)) {
    if (parcel.stand.is === 'attention') held.add(parcel.entry);
    else if (!held.has(parcel.entry)) return parcel;
  }
  return undefined;
}

type Source = { readonly now: number; /** From 0 to less than 1. */ readonly random: number };

export function afterFailure(
  { failures }: Queue,
  retryAfter: number | undefined,
  { now, random }: Source,
): Queue {
  const backoff = fullJitter(pauses, failures, random);
  const asked = Math.min(mostPatient, retryAfter ?? 0);
  return { failures: failures + 1, restsUntil: Math.ceil(now + Math.max(backoff, asked)) };
}
