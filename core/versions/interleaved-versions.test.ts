import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { interleaved } from '../testing/interleaved.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { versionMistakes, type VersionStep } from '../testing/version-mistakes.ts';

const steps: fc.Arbitrary<VersionStep[]> = fc.array(
  fc.record({
    device: fc.constantFrom('author', 'author', 'owner', 'owner', 'reviewer'),
    is: fc.constantFrom('look', 'act', 'act', 'again', 'pause'),
  }),
  { minLength: 2, maxLength: 16 },
);

const everyVersionIsThere = interleaved(steps, versionMistakes);

test('an author, an owner and a reviewer at once: every version is kept once, with whoever made it', () =>
  fc.assert(everyVersionIsThere(createMemoryStore), { numRuns: 500 }));

test.each<[string, (store: EntryStore) => EntryStore]>([
  [
    'keeps nothing of what is replaced',
    (store) => ({ ...store, update: (next, seats) => store.update(next, seats) }),
  ],
  [
    'keeps a version by the number of the next one',
    (store) => ({
      ...store,
      update: (next, seats, replaced) =>
        store.update(next, seats, replaced && { ...replaced, version: next.version }),
    }),
  ],
  [
    'forgets who corrected a version',
    (store) => ({
      ...store,
      update(next, seats, replaced) {
        const { correction: _, ...rest } = replaced ?? {};
        return store.update(next, seats, replaced && (rest as typeof replaced));
      },
    }),
  ],
])('a store that %s is noticed', async (_, broken) => {
  const property = everyVersionIsThere(() => broken(createMemoryStore()));
  const { failed } = await fc.check(property, { numRuns: 1000, seed: 1 });
  expect(failed).toBe(true);
});
