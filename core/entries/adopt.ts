import type { Problem } from '../api/problem.ts';
import { seatChange, seatOfAuthor, type Seating } from '../limits/seats.ts';
import { err, ok, type Result } from '../values/result.ts';
import {
  settlingTime,
  type EntryKey,
  type EntryStore,
  type StoredEntry,
} from './store/entry-store.ts';
import { erasedFrom, hasItemsBeside } from './withdraw.ts';

export type AdoptResult = {
  /** How many entries changed hands by this request. */
  readonly adopted: number;
  /** Whether nothing is left and nothing more can arrive. If not, the request must be repeated. */
  readonly done: boolean;
};

type Deps = {
  readonly store: Pick<
    EntryStore,
    | 'closeAuthor'
    | 'remainingOf'
    | 'find'
    | 'insert'
    | 'update'
    | 'purge'
    | 'release'
    | 'copyReviews'
    | 'copyComments'
    | 'copyAssignments'
    | 'copyVersions'
    | 'alignExpiry'
  >;
  readonly now: () => Date;
};

type Authors = { readonly from: string; readonly to: string };

/** How many entries one request moves, and how many of them at once. */
const maxEntries = 50;
const atOnce = 10;

/**
 * Gives all entries of one author to another, each under its id. It first closes the former author, as erasing does,
 * so that nothing arrives there afterwards. An entry is copied with its record of changes before it is erased, so that
 * it is never missing, and a change sent again is recognized.
 */
export async function adopt(
  { store, now }: Deps,
  authors: Authors,
): Promise<Result<AdoptResult, Problem>> {
  const { from } = authors;
  const closedAt = await store.closeAuthor(from, now().toISOString());
  const isSettled = now().getTime() - Date.parse(closedAt) >= settlingTime;
  const remaining = await store.remainingOf(from, maxEntries);
  for (let at = 0; at < remaining.length; at += atOnce) {
    const moved = await Promise.all(
      remaining.slice(at, at + atOnce).map((key) => adoptOne({ store, now }, key, authors)),
    );
    if (moved.includes('closed')) return err({ code: 'gone' });
  }
  return ok({ adopted: remaining.length, done: isSettled && remaining.length === 0 });
}

/** Attempts against a change that is still under way. An entry that loses them all is moved by the next request. */
const maxRounds = 10;

async function adoptOne(
  { store, now }: Deps,
  key: EntryKey,
  { to }: Authors,
): Promise<'moved' | 'closed'> {
  let current = await store.find(key);
  for (let round = 0; current && round < maxRounds; round += 1) {
    if (current.erased) {
      await store.purge(current);
      return 'moved';
    }
    const copy = await copied(store, { ...current, username: to, isAdopted: true });
    if (!copy) return 'closed';
    // An owner released it after it was copied.
    const isReleased = copy.onHold !== undefined && !current.onHold;
    if (hasItemsBeside(current)) await copyBeside(store, current, to);
    const at = now().toISOString();
    const { version, deletedAt = at } = current;
    const erased: StoredEntry = { ...erasedFrom({ ...current, deletedAt }), isNoResponse: true };
    const next = { ...erased, version: version + 1, updatedAt: at };
    const freed = isReleased ? seatChange(current.seats) : seatOfAuthor(current.seats);
    const updated = await store.update(next, freed);
    if (updated.done) {
      // Others wrote beside it until now, and do not any more.
      await copyBeside(store, current, to);
      if (isReleased) await store.release(copy, seatingAs(current));
      await store.purge(next);
      return 'moved';
    }
    current = updated.full ? current : updated.current;
  }
  return 'moved';
}

/** Copies what is beside an entry, which expires if the entry is withdrawn. */
async function copyBeside(store: Deps['store'], entry: StoredEntry, to: string): Promise<void> {
  const copy = { ...entry, username: to };
  await store.copyReviews(entry, copy);
  await store.copyComments(entry, copy);
  await store.copyAssignments(entry, copy);
  await store.copyVersions(entry, copy);
  if (entry.deletedAt) await store.alignExpiry(copy);
}

/** The seats that an entry had with its former author. It is not refused any, as it is there already. */
function seatingAs({ seats = [] }: StoredEntry): Seating {
  return { countersFor: () => seats, counters: new Map(seats.map((it) => [it, Infinity])) };
}

/** @returns the copy, which may be from an earlier attempt; `undefined` if the new author may not have it */
async function copied(store: Deps['store'], copy: StoredEntry): Promise<StoredEntry | undefined> {
  const { existing, isClosed } = await store.insert(copy, seatOfAuthor([], copy.seats));
  if (isClosed) return undefined;
  // A change arrived after an earlier copy was made. One on hold has no seats until it is released.
  const { seats: _, ...unseated } = copy;
  const latest = existing?.onHold ? { ...unseated, onHold: existing.onHold } : copy;
  let { seats } = existing ?? copy;
  for (let version = (existing ?? copy).version + 1; version <= copy.version; version += 1) {
    await store.update({ ...latest, version }, seatOfAuthor(seats, latest.seats));
    seats = latest.seats;
  }
  return existing ?? copy;
}
