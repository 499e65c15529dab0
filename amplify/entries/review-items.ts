import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { StoredReview } from '#core/review/review.ts';
import type { Item, ItemKey } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';

/** A review is an item beside its entry, in its author's partition. */
export function reviewItemKey(entry: EntryKey, review: string): ItemKey {
  const { pk, sk } = entryItemKey(entry);
  return { pk, sk: `${sk.replace(/^entry#/, 'review#')}#${review}` };
}

/** Before the first and after the last review of an entry. */
export function reviewItemRange(entry: EntryKey): Item {
  const { pk, sk } = reviewItemKey(entry, '');
  return { ':pk': pk, ':first': sk, ':last': `${sk}~` };
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
