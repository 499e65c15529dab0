import type { EntryKey } from '#core/entries/store.ts';
import { keyOf } from '../entries/item.ts';
import type { Table } from '../entries/table.ts';

/** Whether an entry is there at this moment, and neither withdrawn nor erased. */
export type StillThere = (entry: EntryKey) => Promise<boolean>;

export function createStillThere(table: Pick<Table, 'get'>): StillThere {
  return async (entry) => {
    const item = await table.get(keyOf(entry));
    return item !== undefined && item['deletedAt'] === undefined;
  };
}
