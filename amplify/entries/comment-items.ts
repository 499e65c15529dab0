import { inOrder, type StoredComment } from '#core/comments/comment.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { Item, ItemKey, Table } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';
import { itemsBetween } from './query-pages.ts';

/** A comment is an item beside its entry, in its author's partition. */
export function commentItemKey(entry: EntryKey, comment: string): ItemKey {
  const { pk, sk } = entryItemKey(entry);
  return { pk, sk: `${sk.replace(/^entry#/, 'comment#')}#${comment}` };
}

/** The items of all comments on an entry. */
export function commentItems(
  table: Pick<Table, 'query'>,
  entry: EntryKey,
): Promise<readonly Item[]> {
  const { pk, sk } = commentItemKey(entry, '');
  return itemsBetween(table, { pk, first: sk, last: `${sk}~` });
}

export function toCommentItem(entry: EntryKey, comment: StoredComment): Item {
  return { ...commentItemKey(entry, comment.id), ...comment };
}

/** The comment of an item; `undefined` if its entry was erased. */
export function toComment({
  pk: _pk,
  sk: _sk,
  expiresAt: _expiresAt,
  ...item
}: Item): StoredComment | undefined {
  return item['version'] === undefined ? undefined : (item as unknown as StoredComment);
}

export function toComments(items: readonly Item[]): readonly StoredComment[] {
  return inOrder(items.map(toComment).filter((it) => it !== undefined));
}
