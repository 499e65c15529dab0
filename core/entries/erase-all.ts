import { settling, type EntryKey, type EntryStore } from './store.ts';
import { erasedFrom } from './withdraw.ts';

export type Erased = {
  /** How many entries were erased by this request. */
  readonly erased: number;
  /** Nothing is left, and nothing can come after it. Otherwise it is to be asked for again. */
  readonly done: boolean;
};

type Deps = {
  readonly store: Pick<EntryStore, 'close' | 'left' | 'find' | 'update' | 'purge'>;
  readonly now: () => Date;
};

/** Entries that one request erases, and how many of them at a time. */
const most = 100;
const atOnce = 10;

/**
 * Erases whatever a person has sent, of forms that are there today and of others. First nothing more is taken
 * from them: what was on its way by then has been stored before the last look, or is not stored at all.
 */
export async function eraseAll({ store, now }: Deps, username: string): Promise<Erased> {
  const closedAt = await store.close(username, now().toISOString());
  const isSettled = now().getTime() - Date.parse(closedAt) >= settling;
  const left = await store.left(username, most);
  for (let at = 0; at < left.length; at += atOnce)
    await Promise.all(left.slice(at, at + atOnce).map((key) => eraseOne({ store, now }, key)));
  return { erased: left.length, done: isSettled && left.length === 0 };
}

/** Rounds against other writers. Who loses all of them is among what is left the next time. */
const rounds = 10;

async function eraseOne({ store, now }: Deps, key: EntryKey): Promise<void> {
  let current = await store.find(key);
  for (let round = 0; current && round < rounds; round += 1) {
    if (current.erased) return store.purge(current);
    const at = now().toISOString();
    const { version, deletedAt = at } = current;
    const next = { ...erasedFrom({ ...current, deletedAt }), version: version + 1, updatedAt: at };
    const updated = await store.update(next);
    if (updated.done) return store.purge(next);
    current = updated.current;
  }
}
