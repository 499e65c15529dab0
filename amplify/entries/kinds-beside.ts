import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { StoredComment } from '#core/comments/comment.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { StoredReview } from '#core/review/review.ts';
import { mostVersions, type EntryVersion } from '#core/versions/entry-version.ts';
import type { Item, ItemKey, Table } from './dynamo-table.ts';
import { entryItemKey } from './entry-item.ts';
import { itemsBetween } from './query-pages.ts';

/** A kind of items beside an entry, in its author's partition, such as its reviews. */
export type KindBeside<Stored> = {
  readonly key: (entry: EntryKey, id: string) => ItemKey;
  readonly toItem: (entry: EntryKey, stored: Stored) => Item;
  /** What an item has; `undefined` if there is none, or its entry was erased. */
  readonly read: (item: Item | undefined) => Stored | undefined;
  /** Without those that were erased. */
  readonly readAll: (items: readonly Item[]) => readonly Stored[];
  /** The items of an entry, erased ones too. */
  readonly items: (table: Pick<Table, 'query'>, entry: EntryKey) => Promise<readonly Item[]>;
};

type Kind<Stored> = {
  /** The first part of the sort key. */
  readonly name: string;
  readonly id: (stored: Stored) => string;
  /** What each has that was not erased. */
  readonly always: keyof Stored & string;
};

function kindBeside<Stored extends object>({ name, id, always }: Kind<Stored>): KindBeside<Stored> {
  const key = (entry: EntryKey, own: string) => {
    const { pk, sk } = entryItemKey(entry);
    return { pk, sk: `${sk.replace(/^entry#/, `${name}#`)}#${own}` };
  };
  const read = (item: Item = {}) => {
    const { pk: _pk, sk: _sk, expiresAt: _expiresAt, ...stored } = item;
    return stored[always] === undefined ? undefined : (stored as unknown as Stored);
  };
  return {
    key,
    read,
    toItem: (entry, stored) => ({ ...key(entry, id(stored)), ...stored }),
    readAll: (items) => items.map((it) => read(it)).filter((it) => it !== undefined),
    items: (table, entry) => {
      const { pk, sk } = key(entry, '');
      return itemsBetween(table, { pk, first: sk, last: `${sk}~` });
    },
  };
}

const id = (it: { readonly id: string }) => it.id;

export const reviews = kindBeside<StoredReview>({ name: 'review', id, always: 'state' });
export const comments = kindBeside<StoredComment>({ name: 'comment', id, always: 'version' });
export const assignments = kindBeside<StoredAssignment>({
  name: 'assignment',
  id,
  always: 'number',
});

/** Versions that were replaced. */
export const versions = kindBeside<EntryVersion>({
  name: 'version',
  id: ({ version }) => versionId(version),
  always: 'version',
});

/** There are as many as versions are kept, so that each new one overwrites one that is too old. */
export function versionId(version: number): string {
  return String(version % mostVersions);
}
