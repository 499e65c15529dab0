import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import type { Item, ItemKey, Table } from '../../entries/dynamo-table.ts';
import { entryKeyOf, itemKind, toEntry } from '../../entries/entry-item.ts';

/** An entry, and the record of what it has added to the counts; one of them may be missing. */
export type EntryWithRecord = {
  readonly key: EntryKey;
  readonly entry?: StoredEntry;
  readonly record?: Item;
};

/** Reads the whole table, in which the items of an author are together. */
export async function* readEntries(table: Pick<Table, 'scan'>): AsyncGenerator<EntryWithRecord> {
  let author: Item[] = [];
  let after: ItemKey | undefined;
  do {
    const { items, last } = await table.scan(after);
    for (const item of items) {
      if (author[0] && author[0]['pk'] !== item['pk']) {
        yield* entriesOf(author);
        author = [];
      }
      if (['entry', 'counted'].includes(itemKind(item))) author.push(item);
    }
    after = last && { pk: String(last['pk']), sk: String(last['sk']) };
  } while (after);
  yield* entriesOf(author);
}

function entriesOf(items: readonly Item[]): Iterable<EntryWithRecord> {
  const found = new Map<string, EntryWithRecord>();
  for (const item of items) {
    const key = entryKeyOf(item);
    const name = `${key.form}#${key.id}`;
    const part = itemKind(item) === 'entry' ? { entry: toEntry(item) } : { record: item };
    found.set(name, { key, ...found.get(name), ...part });
  }
  return found.values();
}
