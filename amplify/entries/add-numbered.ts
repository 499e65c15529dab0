import type { CountedEntry } from '#core/entries/store/counted-entry.ts';
import { writeBeside, type Counter } from './count-beside.ts';
import type { Item, Table } from './dynamo-table.ts';
import type { KindBeside } from './kinds-beside.ts';
import { ifNone } from './write-conditions.ts';

/** What has an id, and a number among those of its kind beside an entry. */
type Numbered = { readonly id: string; readonly number: number };

type Adding<Stored extends Numbered> = {
  readonly kind: KindBeside<Stored>;
  readonly counter: Counter;
  /** What the entry's own item then says, besides how many there are. */
  readonly changes: (entry: CountedEntry) => Item;
};

/**
 * Adds one to those beside an entry, unless the entry is withdrawn.
 * @returns the one with this id, which may be an earlier one; `undefined` if there is none
 */
export async function addNumbered<Stored extends Numbered>(
  table: Table,
  { kind, counter, changes }: Adding<Stored>,
  entry: CountedEntry,
  sent: Omit<Stored, 'number'> & Pick<Numbered, 'id'>,
): Promise<{ readonly stored: Stored; readonly isNew: boolean } | undefined> {
  const added = await writeBeside<Stored>(table, { entry, counter }, (current) => {
    const { [counter]: before = 0, deletedAt } = current;
    if (deletedAt !== undefined) return undefined;
    const number = before + 1;
    const stored = { ...sent, number } as Stored;
    return {
      write: { put: kind.toItem(entry, stored), condition: ifNone },
      changes: { ...changes(current), [counter]: number },
      stored,
    };
  });
  if (added) return { stored: added, isNew: true };
  const stored = kind.read(await table.get(kind.key(entry, sent.id)));
  return stored && { stored, isNew: false };
}

/** In the order in which they were stored. */
export function byNumber<Stored extends Numbered>(all: readonly Stored[]): readonly Stored[] {
  return all.toSorted((a, b) => a.number - b.number);
}
