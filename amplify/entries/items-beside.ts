import type { EntryKey, EntryStore, StoredEntry } from '#core/entries/store/entry-store.ts';
import { hasItemsBeside } from '#core/entries/withdraw.ts';
import { keyOf, type Item, type Table } from './dynamo-table.ts';
import { entryItemKey, expiryOf, toEntry } from './entry-item.ts';
import { assignments, comments, reviews, versions } from './kinds-beside.ts';

/** Attempts against withdrawals and restorations of the same entry. */
const maxRounds = 20;

/** What becomes of an entry's reviews, comments, assignments and earlier versions, which are items beside it, when its answers go. */
export function createItemsBeside(table: Table): Pick<EntryStore, 'alignExpiry'> & {
  /** Overwrites them. Idempotent. */
  readonly eraseBeside: (erased: StoredEntry) => Promise<void>;
} {
  return {
    async alignExpiry(key) {
      for (let round = 0; round < maxRounds; round += 1) {
        const before = await table.get(entryItemKey(key));
        const entry = before && toEntry(before);
        if (!entry || !hasItemsBeside(entry)) return;
        const { deletedAt } = entry;
        for (const item of await itemsBeside(key))
          await expireAt(item, deletedAt === undefined ? undefined : expiryOf(deletedAt));
        // Somebody may have withdrawn or restored it meanwhile.
        if ((await table.get(entryItemKey(key)))?.['version'] === before['version']) return;
      }
    },

    async eraseBeside(erased) {
      const expiresAt = expiryOf(erased.deletedAt ?? '');
      for (const item of await itemsBeside(erased, erased.version > 2))
        await table.put({ ...keyOf(item), expiresAt });
    },
  };

  /** All of them that are not erased. @param wasChanged whether there may be versions */
  async function itemsBeside(key: EntryKey, wasChanged = true): Promise<readonly Item[]> {
    const found: Item[] = [];
    for (const kind of [reviews, comments, assignments, ...(wasChanged ? [versions] : [])])
      found.push(...(await kind.items(table, key)).filter((it) => kind.read(it)));
    return found;
  }

  /** @param at seconds since 1970; undefined to keep it */
  async function expireAt(item: Item, at: number | undefined): Promise<void> {
    if (item['expiresAt'] === at) return;
    // Not one that was erased meanwhile, which has neither, nor a newer version.
    const same = item['version'] === undefined ? 'number' : 'version';
    await table.update(
      keyOf(item),
      { expiresAt: at },
      { if: '#same = :same', names: { '#same': same }, values: { ':same': item[same] } },
    );
  }
}
