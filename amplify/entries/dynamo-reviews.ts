import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { countingReview, type EntryReview, type StoredReview } from '#core/review/review.ts';
import type { ReviewStore } from '#core/review/review-store.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import { reviews } from './kinds-beside.ts';

/** The reviews of entries, in the table that `resource.ts` declares. */
export function createDynamoReviews(table: Table): ReviewStore {
  return {
    async addReview(key, review) {
      const added = await writeBeside<StoredReview>(table, counted(key), (entry) => {
        if (entry.deletedAt !== undefined) return undefined;
        const number = (entry.reviewCount ?? 0) + 1;
        const stored = { ...review, number };
        return {
          write: { put: reviews.toItem(key, stored), condition: ifNew },
          changes: { review: countingReview(entry.review, review), reviewCount: number },
          stored,
        };
      });
      if (added) return { stored: added, isNew: true };
      const stored = reviews.read(await table.get(reviews.key(key, review.id)));
      return stored && { stored, isNew: false };
    },

    reviewsOf: inOrder,

    async reviewNotes(reviewed) {
      const items = await table.getAll(reviewed.map((it) => reviews.key(it.key, it.review)));
      return new Map(
        reviews.readAll(items).flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]])),
      );
    },

    async copyReviews(from, to) {
      const copies = await inOrder(from);
      for (const it of copies) await table.put(reviews.toItem(to, it), ifNew);
      if (copies.length === 0) return;
      // Which of all that are there counts.
      await recountBeside(table, counted(to), async () => {
        const all = await inOrder(to);
        const counting = all.reduce<EntryReview | undefined>(countingReview, undefined);
        return { review: counting, reviewCount: all.length };
      });
    },
  };

  /** In the order in which they were stored. */
  async function inOrder(key: EntryKey): Promise<readonly StoredReview[]> {
    const all = reviews.readAll(await reviews.items(table, key));
    return all.toSorted((a, b) => a.number - b.number);
  }
}

const ifNew = { if: 'attribute_not_exists(pk)' };

function counted(key: EntryKey) {
  return { key, counter: 'reviewCount' } as const;
}
