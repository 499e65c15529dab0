import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { Item, ItemKey, Table } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';
import { itemsBetween } from './query-pages.ts';

/** An assignment is an item beside its entry, in its author's partition. */
export function assignmentItemKey(entry: EntryKey, assignment: string): ItemKey {
  const { pk, sk } = entryItemKey(entry);
  return { pk, sk: `${sk.replace(/^entry#/, 'assignment#')}#${assignment}` };
}

/** The items of all assignments of an entry. */
export function assignmentItems(
  table: Pick<Table, 'query'>,
  entry: EntryKey,
): Promise<readonly Item[]> {
  const { pk, sk } = assignmentItemKey(entry, '');
  return itemsBetween(table, { pk, first: sk, last: `${sk}~` });
}

export function toAssignmentItem(entry: EntryKey, assignment: StoredAssignment): Item {
  return { ...assignmentItemKey(entry, assignment.id), ...assignment };
}

/** The assignment of an item; `undefined` if its entry was erased. */
export function toAssignment({
  pk: _pk,
  sk: _sk,
  expiresAt: _expiresAt,
  ...item
}: Item): StoredAssignment | undefined {
  return item['number'] === undefined ? undefined : (item as unknown as StoredAssignment);
}

/** In the order in which they were stored. */
export function toAssignments(items: readonly Item[]): readonly StoredAssignment[] {
  const assignments = items.map(toAssignment).filter((it) => it !== undefined);
  return assignments.toSorted((a, b) => a.number - b.number);
}
