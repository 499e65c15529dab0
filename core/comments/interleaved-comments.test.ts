import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { commentMistakes, type CommentStep } from '../testing/comment-mistakes.ts';
import { interleaved } from '../testing/interleaved.ts';
import { createMemoryStore } from '../testing/memory-store.ts';

const steps: fc.Arbitrary<CommentStep[]> = fc.array(
  fc.record({
    device: fc.constantFrom('first', 'second', 'owner', 'author'),
    is: fc.constantFrom('write', 'write', 'take back', 'review'),
  }),
  { minLength: 2, maxLength: 20 },
);

const nothingIsLost = interleaved(steps, commentMistakes);

test('two reviewers, an owner and the author at once lose no comment, and what is taken back is gone', () =>
  fc.assert(nothingIsLost(createMemoryStore), { numRuns: 500 }));

test.each<[string, (store: EntryStore) => EntryStore]>([
  [
    'stores a repeated comment again',
    (store) => ({
      ...store,
      async addComment(key, comment) {
        const again = (await store.commentsOf(key)).some(({ id }) => id === comment.id);
        return store.addComment(key, again ? { ...comment, id: crypto.randomUUID() } : comment);
      },
    }),
  ],
  [
    'forgets to count one that was taken back',
    (store) => {
      let takenBack = 0;
      return {
        ...store,
        async takeBackComment(key, comment, by) {
          takenBack += 1;
          return store.takeBackComment(key, comment, by);
        },
        async find(key) {
          const entry = await store.find(key);
          const { commentCount = 0 } = entry ?? {};
          return entry && { ...entry, commentCount: commentCount + takenBack };
        },
      };
    },
  ],
  [
    'makes a new version of the entry for a comment',
    (store) => ({
      ...store,
      async addComment(key, comment) {
        const added = await store.addComment(key, comment);
        const entry = await store.find(key);
        if (entry) await store.update({ ...entry, version: entry.version + 1 });
        return added;
      },
    }),
  ],
])('a store that %s is noticed', async (_, broken) => {
  const property = nothingIsLost(() => broken(createMemoryStore()));
  const { failed } = await fc.check(property, { numRuns: 1000, seed: 1 });
  expect(failed).toBe(true);
});
