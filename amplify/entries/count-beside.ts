import type { CountedEntry } from '#core/entries/store/counted-entry.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { Item, Table, Write } from './dynamo-table.ts';
import { entryItemKey, toEntry } from './entry-item.ts';

/** The attribute of an entry that counts items beside it. */
export type Counter = 'reviewCount' | 'commentCount' | 'assignmentCount';

/** What to write beside an entry, and what its own item then says, with its counter. */
export type Beside<Stored> = {
  readonly write: Write;
  readonly changes: Item;
  /** What the caller wants to know about it. */
  readonly stored: Stored;
};

/** Attempts against others who write beside the same entry. */
const maxRounds = 20;

/**
 * Writes an item beside an entry, and what the entry's own item says of all of them, in one transaction. The entry's
 * version stays, because its author may be changing it. It is read again only if others have written beside it since.
 * @param make `undefined` to write nothing
 * @returns what was made; `undefined` if nothing was, as the item did not meet its condition or `make` made none
 */
export async function writeBeside<Stored>(
  table: Table,
  { entry, counter }: { readonly entry: CountedEntry; readonly counter: Counter },
  make: (entry: CountedEntry) => Beside<Stored> | undefined,
): Promise<Stored | undefined> {
  const key = entryItemKey(entry);
  let current: CountedEntry | undefined = entry;
  for (let round = 0; round < maxRounds; round += 1) {
    const beside = current && make(current);
    if (!current || !beside) return undefined;
    const { write, changes, stored } = beside;
    const condition = ifCounted(counter, current);
    const written = await table.transact([write, { update: key, changes, condition }]);
    if (written.done) return stored;
    if (written.failed.has(0)) return undefined;
    const item = await table.get(key);
    current = item && toEntry(item);
  }
  throw Object.assign(new Error('Others write beside an entry all the time.'), { status: 503 });
}

/** Finds out again what an entry's own item says of the items beside it, after some were copied. */
export async function recountBeside(
  table: Table,
  { key, counter }: { readonly key: EntryKey; readonly counter: Counter },
  count: () => Promise<Item>,
): Promise<void> {
  for (let round = 0; round < maxRounds; round += 1) {
    const item = await table.get(entryItemKey(key));
    if (!item || item['erased']) return;
    const changes = await count();
    const condition = ifCounted(counter, toEntry(item));
    if ((await table.update(entryItemKey(key), changes, condition)).done) return;
  }
}

/** The entry has so many as before, and is withdrawn only if it was. */
function ifCounted(counter: Counter, { [counter]: before, deletedAt }: CountedEntry) {
  const isSame =
    before === undefined
      ? 'attribute_exists(pk) AND attribute_not_exists(#counter)'
      : '#counter = :before';
  const isLive = deletedAt === undefined ? ' AND attribute_not_exists(#deletedAt)' : '';
  return {
    if: isSame + isLive,
    names: { '#counter': counter, ...(isLive && { '#deletedAt': 'deletedAt' }) },
    ...(before !== undefined && { values: { ':before': before } }),
  };
}
