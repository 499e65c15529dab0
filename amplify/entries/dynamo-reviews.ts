import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { countingReview, type EntryReview, type StoredReview } from '#core/review/review.ts';
import type { AddedReview, ReviewStore } from '#core/review/review-store.ts';
import type { Item, Table } from './dynamo-table.ts';
import { entryItemKey, toEntry } from './entry-item.ts';
import { reviewItemKey, reviewItems, toReview, toReviewItem } from './review-items.ts';

/** Attempts against other reviewers of the same entry. */
const maxRounds = 20;

/** The reviews of entries, in the table that `resource.ts` declares. */
export function createDynamoReviews(table: Table): ReviewStore {
  return {
    async addReview(key, review) {
      for (let round = 0; round < maxRounds; round += 1) {
        const item = await table.get(entryItemKey(key));
        if (!item || item['deletedAt'] !== undefined) return undefined;
        const entry = toEntry(item);
        const { reviewCount: before = 0 } = entry;
        const stored = { ...review, number: before + 1 };
        const put = toReviewItem(key, stored);
        const written = await table.transact([
          { put, condition: { if: 'attribute_not_exists(pk)' } },
          {
            update: entryItemKey(key),
            changes: { review: countingReview(entry.review, review), reviewCount: before + 1 },
            condition: ifLive(before),
          },
        ]);
        if (written.done) return { stored, isNew: true };
        if (written.failed.has(0)) return existing(key, review.id);
      }
      throw Object.assign(new Error('An entry is being reviewed all the time.'), { status: 503 });
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
      for (const review of reviews)
        await table.put(toReviewItem(to, review), { if: 'attribute_not_exists(pk)' });
      if (reviews.length > 0) await recount(to);
    },
  };

  async function existing(key: EntryKey, id: string): Promise<AddedReview | undefined> {
    const stored = toReview((await table.get(reviewItemKey(key, id))) ?? {});
    return stored && { stored, isNew: false };
  }

  /** Finds out again which review counts, among all that are there. */
  async function recount(key: EntryKey): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      const item = await table.get(entryItemKey(key));
      if (!item || item['erased']) return;
      const all = inOrder(await reviewItems(table, key));
      const before = toEntry(item).reviewCount ?? 0;
      const counting = all.reduce<EntryReview | undefined>(countingReview, undefined);
      const changes = { review: counting, reviewCount: all.length };
      if ((await table.update(entryItemKey(key), changes, ifReviewed(before))).done) return;
    }
  }
}

function inOrder(items: readonly Item[]): readonly StoredReview[] {
  const reviews = items.map(toReview).filter((it) => it !== undefined);
  return reviews.toSorted((a, b) => a.number - b.number);
}

/** The entry has had so many reviews. */
function ifReviewed(times: number) {
  const names = { '#reviewCount': 'reviewCount' };
  return times > 0
    ? { if: '#reviewCount = :before', names, values: { ':before': times } }
    : { if: 'attribute_exists(pk) AND attribute_not_exists(#reviewCount)', names };
}

/** Also, it is not withdrawn. */
function ifLive(times: number) {
  const { if: reviewed, names, ...rest } = ifReviewed(times);
  return {
    ...rest,
    if: `${reviewed} AND attribute_not_exists(#deletedAt)`,
    names: { ...names, '#deletedAt': 'deletedAt' },
  };
}
