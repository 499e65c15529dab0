import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { mistakesOf, type Act } from '../testing/booking-mistakes.ts';
import { interleaved, type Turn } from '../testing/interleaved.ts';
import { createMemoryStore } from '../testing/memory-store.ts';

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    is: fc.constantFrom(
      'submit',
      'submit',
      'submit',
      'revise',
      'withdraw',
      'restore',
      'erase',
      'erase-all',
    ),
    entry: fc.nat({ max: 5 }),
    day: fc.constantFrom('mon', 'tue', 'wed'),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Whatever people do at the same time, each seat is counted once. */
const eachSeatOnce = interleaved(acts, mistakesOf);

test('whatever is done at once, and whichever answers are lost, a recount finds what is counted', () =>
  fc.assert(eachSeatOnce(createMemoryStore), { numRuns: 500 }));

test.each<[string, (store: EntryStore, turn: Turn) => EntryStore]>([
  [
    'looks whether there is room before it writes',
    (store, turn) => ({
      ...store,
      async insert(entry, seats = { take: [], free: [] }) {
        const counters = seats.take.map(({ counter }) => counter);
        const taken = await store.seatsTaken(entry, counters);
        const full = seats.take.filter(({ counter, max }) => (taken.get(counter) ?? 0) >= max);
        if (full.length > 0) return { full: full.map(({ counter }) => counter) };
        const take = seats.take.map((it) => ({ ...it, max: Infinity }));
        await turn();
        return store.insert(entry, { take, free: [] });
      },
    }),
  ],
  [
    'forgets what an entry has taken',
    (store) => ({
      ...store,
      insert(entry, seats) {
        const { seats: _, ...rest } = entry;
        return store.insert(rest, seats);
      },
    }),
  ],
  [
    'counts a retry again',
    (store) => ({
      ...store,
      async insert(entry, seats) {
        const inserted = await store.insert(entry, seats);
        if (inserted.existing) await store.insert({ ...entry, id: 'another', username: '' }, seats);
        return inserted;
      },
    }),
  ],
  [
    'frees seats for a change that came too late',
    (store) => ({
      ...store,
      async update(next, seats = { take: [], free: [] }) {
        const updated = await store.update(next, seats);
        if (!updated.done && seats.free.length > 0) {
          const scratch = { ...next, id: crypto.randomUUID() };
          await store.insert(scratch);
          await store.update({ ...scratch, version: scratch.version + 1 }, seats);
        }
        return updated;
      },
    }),
  ],
])('a store that %s is noticed', async (_, broken) => {
  const { failed } = await fc.check(
    eachSeatOnce((turn) => broken(createMemoryStore(), turn)),
    {
      numRuns: 1000,
      seed: 1,
    },
  );
  expect(failed).toBe(true);
});
