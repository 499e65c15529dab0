import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { interleaved } from '../testing/interleaved.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { reviewMistakes, type Step } from '../testing/review-mistakes.ts';

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    device: fc.constantFrom('first', 'second', 'author'),
    is: fc.constantFrom('look', 'act', 'act', 'send'),
  }),
  { minLength: 2, maxLength: 20 },
);

const nothingIsLost = interleaved(steps, reviewMistakes);

test('two reviewers and the author at once, each offline in turn, lose no review and no answer', () =>
  fc.assert(nothingIsLost(createMemoryStore), { numRuns: 500 }));

test.each<[string, (store: EntryStore) => EntryStore]>([
  [
    'makes a new version of the entry for a review',
    (store) => ({
      ...store,
      async addReview(key, review) {
        const added = await store.addReview(key, review);
        const entry = await store.find(key);
        if (entry) await store.update({ ...entry, version: entry.version + 1 });
        return added;
      },
    }),
  ],
  [
    'stores a repeated review again',
    (store) => ({
      ...store,
      async addReview(key, review) {
        const again = (await store.reviewsOf(key)).some(({ id }) => id === review.id);
        return store.addReview(key, again ? { ...review, id: crypto.randomUUID() } : review);
      },
    }),
  ],
  [
    'lets the last review count, whatever its author has seen',
    (store) => {
      let last: string | undefined;
      return {
        ...store,
        addReview(key, review) {
          last = review.id;
          return store.addReview(key, review);
        },
        async find(key) {
          const entry = await store.find(key);
          const { review } = entry ?? {};
          return entry && review && last ? { ...entry, review: { ...review, id: last } } : entry;
        },
      };
    },
  ],
])('a store that %s is noticed', async (_, broken) => {
  const property = nothingIsLost(() => broken(createMemoryStore()));
  const { failed } = await fc.check(property, { numRuns: 1000, seed: 1 });
  expect(failed).toBe(true);
});
