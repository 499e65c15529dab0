import { seatChange } from '../limits/seats.ts';
import {
  settlingTime,
  type EntryKey,
  type EntryStore,
  type StoredEntry,
} from './store/entry-store.ts';
import { erasedFrom } from './withdraw.ts';

export type EraseAllResult = {
  /** How many entries were erased by this request. */
  readonly erased: number;
  /** Whether nothing is left and nothing more can arrive. If not, the request must be repeated. */
  readonly done: boolean;
};

type Deps = {
  readonly store: Pick<EntryStore, 'closeAuthor' | 'remainingOf' | 'find' | 'update' | 'purge'>;
  readonly now: () => Date;
};

/** How many entries one request erases, and how many of them at once. */
const maxEntries = 100;
const atOnce = 10;

/**
 * Erases all entries of a person, including those of forms that no longer exist. It first closes the author, so
 * that no new entry is stored. A submission in progress is either stored before the last look, or not at all.
 */
export async function eraseAll({ store, now }: Deps, username: string): Promise<EraseAllResult> {
  const closedAt = await store.closeAuthor(username, now().toISOString());
  const isSettled = now().getTime() - Date.parse(closedAt) >= settlingTime;
  const remaining = await store.remainingOf(username, maxEntries);
  for (let at = 0; at < remaining.length; at += atOnce)
    await Promise.all(remaining.slice(at, at + atOnce).map((key) => eraseOne({ store, now }, key)));
  return { erased: remaining.length, done: isSettled && remaining.length === 0 };
}

/** Attempts against concurrent writers. An entry that loses them all is erased by the next request. */
const maxRounds = 10;

/**
 * Erases one entry, whatever happens to it meanwhile.
 * @param isMeant whether it still is one to erase
 * @returns whether it was not erased before, and is now
 */
export async function eraseOne(
  {
    store,
    now,
  }: Pick<Deps, 'now'> & {
    readonly store: Pick<EntryStore, 'find' | 'update' | 'purge'>;
  },
  key: EntryKey,
  isMeant: (entry: StoredEntry) => boolean = () => true,
): Promise<boolean> {
  let current = await store.find(key);
  for (let round = 0; current && round < maxRounds; round += 1) {
    if (current.erased) {
      await store.purge(current);
      return false;
    }
    if (!isMeant(current)) return false;
    const at = now().toISOString();
    const { version, deletedAt = at } = current;
    const next = { ...erasedFrom({ ...current, deletedAt }), version: version + 1, updatedAt: at };
    const updated = await store.update(next, seatChange(current.seats));
    if (updated.done) {
      await store.purge(next);
      return true;
    }
    if (updated.full) return false;
    current = updated.current;
  }
  return false;
}
