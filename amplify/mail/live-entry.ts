import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import { entryItemKey, toEntry } from '../entries/entry-item.ts';
import type { Table } from '../entries/dynamo-table.ts';

/** An entry as it is at this moment, unless it is withdrawn or erased. */
export type FindLiveEntry = (entry: EntryKey) => Promise<StoredEntry | undefined>;

export function createFindLiveEntry(table: Pick<Table, 'get'>): FindLiveEntry {
  return async (entry) => {
    const item = await table.get(entryItemKey(entry));
    return item && item['deletedAt'] === undefined ? toEntry(item) : undefined;
  };
}
