import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { countingReview, type EntryReview, type StoredReview } from '#core/review/review.ts';
import type { ReviewStore } from '#core/review/review-store.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Item, Table } from './dynamo-table.ts';
import { reviewItemKey, reviewItems, toReview, toReviewItem } from './review-items.ts';

/** The reviews of entries, in the table that `resource.ts` declares. */
export function createDynamoReviews(table: Table): ReviewStore {
  return {
    async addReview(key, review) {
      const added = await writeBeside<StoredReview>(table, counted(key), (entry) => {
        if (entry.deletedAt !== undefined) return undefined;
        const number = (entry.reviewCount ?? 0) + 1;
        const stored = { ...review, number };
        return {
          write: { put: toReviewItem(key, stored), condition: ifNew },
          changes: { review: countingReview(entry.review, review), reviewCount: number },
          stored,
        };
      });
      if (added) return { stored: added, isNew: true };
      const stored = toReview((await table.get(reviewItemKey(key, review.id))) ?? {});
      return stored && { stored, isNew: false };
    },

    async reviewsOf(key) {
      return inOrder(await reviewItems(table, key));
    },

    async reviewNotes(reviewed) {
      const items = await table.getAll(reviewed.map((it) => reviewItemKey(it.key, it.review)));
      const reviews = items.map(toReview).filter((it) => it !== undefined);
      return new Map(reviews.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]])));
    },

    async copyReviews(from, to) {
      const reviews = inOrder(await reviewItems(table, from));
      for (const review of reviews) await table.put(toReviewItem(to, review), ifNew);
      if (reviews.length === 0) return;
      // Which of all that are there counts.
      await recountBeside(table, counted(to), async () => {
        const all = inOrder(await reviewItems(table, to));
        const counting = all.reduce<EntryReview | undefined>(countingReview, undefined);
        return { review: counting, reviewCount: all.length };
      });
    },
  };
}

const ifNew = { if: 'attribute_not_exists(pk)' };

function counted(key: EntryKey) {
  return { key, counter: 'reviewCount' } as const;
}

function inOrder(items: readonly Item[]): readonly StoredReview[] {
  const reviews = items.map(toReview).filter((it) => it !== undefined);
  return reviews.toSorted((a, b) => a.number - b.number);
}
