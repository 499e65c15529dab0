import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { StoredReview } from '#core/review/review.ts';
import type { Item, ItemKey, Table } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';
import { itemsBetween } from './query-pages.ts';

/** A review is an item beside its entry, in its author's partition. */
export function reviewItemKey(entry: EntryKey, review: string): ItemKey {
  const { pk, sk } = entryItemKey(entry);
  return { pk, sk: `${sk.replace(/^entry#/, 'review#')}#${review}` };
}

/** The items of all reviews of an entry. */
export function reviewItems(
  table: Pick<Table, 'query'>,
  entry: EntryKey,
): Promise<readonly Item[]> {
  const { pk, sk } = reviewItemKey(entry, '');
  return itemsBetween(table, { pk, first: sk, last: `${sk}~` });
}

export function toReviewItem(entry: EntryKey, review: StoredReview): Item {
  return { ...reviewItemKey(entry, review.id), ...review };
}

/** The review of an item; `undefined` if its entry was erased. */
export function toReview({
  pk: _pk,
  sk: _sk,
  expiresAt: _expiresAt,
  ...item
}: Item): StoredReview | undefined {
  return item['state'] === undefined ? undefined : (item as unknown as StoredReview);
}
