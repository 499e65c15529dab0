import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { mostVersions, type EntryVersion } from '#core/versions/entry-version.ts';
import type { Item, ItemKey, Table } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';
import { itemsBetween } from './query-pages.ts';

/**
 * A version that was replaced is an item beside its entry, in its author's partition. There are as many keys as
 * versions are kept, so that each new item overwrites one that is too old.
 */
export function versionItemKey(entry: EntryKey, version: number): ItemKey {
  const { pk, sk } = entryItemKey(entry);
  return { pk, sk: `${sk.replace(/^entry#/, 'version#')}#${version % mostVersions}` };
}

/** The items of all kept versions of an entry. */
export function versionItems(
  table: Pick<Table, 'query'>,
  entry: EntryKey,
): Promise<readonly Item[]> {
  const { pk, sk } = versionItemKey(entry, 0);
  const first = sk.replace(/0$/, '');
  return itemsBetween(table, { pk, first, last: `${first}~` });
}

export function toVersionItem(entry: EntryKey, version: EntryVersion): Item {
  return { ...versionItemKey(entry, version.version), ...version };
}

/** The version of an item; `undefined` if its entry was erased. */
export function toVersion({
  pk: _pk,
  sk: _sk,
  expiresAt: _expiresAt,
  ...item
}: Item): EntryVersion | undefined {
  return item['version'] === undefined ? undefined : (item as unknown as EntryVersion);
}
