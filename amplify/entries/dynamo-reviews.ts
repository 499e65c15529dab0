import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { countingReview, type EntryReview, type StoredReview } from '#core/review/review.ts';
import type { ReviewStore } from '#core/review/review-store.ts';
import { addNumbered, byNumber } from './add-numbered.ts';
import { recountBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import { reviews } from './kinds-beside.ts';
import { ifNone } from './write-conditions.ts';

/** The reviews of entries, in the table that `resource.ts` declares. */
export function createDynamoReviews(table: Table): ReviewStore {
  return {
    addReview: (entry, review) =>
      addNumbered(
        table,
        {
          kind: reviews,
          counter: 'reviewCount',
          changes: (current) => ({ review: countingReview(current.review, review) }),
        },
        entry,
        review,
      ),

    reviewsOf: inOrder,

    async reviewNotes(reviewed) {
      const items = await table.getAll(reviewed.map((it) => reviews.key(it.key, it.review)));
      return new Map(
        reviews.readAll(items).flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]])),
      );
    },

    async copyReviews(from, to) {
      const copies = await inOrder(from);
      for (const it of copies) await table.put(reviews.toItem(to, it), ifNone);
      if (copies.length === 0) return;
      // Which of all that are there counts.
      await recountBeside(table, { key: to, counter: 'reviewCount' }, async () => {
        const all = await inOrder(to);
        const counting = all.reduce<EntryReview | undefined>(countingReview, undefined);
        return { review: counting, reviewCount: all.length };
      });
    },
  };

  async function inOrder(key: EntryKey): Promise<readonly StoredReview[]> {
    return byNumber(reviews.readAll(await reviews.items(table, key)));
  }
}
