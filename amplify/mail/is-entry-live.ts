import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { entryItemKey } from '../entries/entry-item.ts';
import type { Table } from '../entries/dynamo-table.ts';

/** Whether an entry exists at this moment, neither withdrawn nor erased. */
export type IsEntryLive = (entry: EntryKey) => Promise<boolean>;

export function createIsEntryLive(table: Pick<Table, 'get'>): IsEntryLive {
  return async (entry) => {
    const item = await table.get(entryItemKey(entry));
    return item !== undefined && item['deletedAt'] === undefined;
  };
}
