import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { assignmentMistakes, type AssignmentStep } from '../testing/assignment-mistakes.ts';
import { interleaved } from '../testing/interleaved.ts';
import { createMemoryStore } from '../testing/memory-store.ts';

const steps: fc.Arbitrary<AssignmentStep[]> = fc.array(
  fc.record({
    device: fc.constantFrom('first', 'second', 'author'),
    is: fc.constantFrom('assign', 'assign', 'send', 'send again'),
    to: fc.constantFrom('ada@example.com', 'bob@example.com', undefined),
  }),
  { minLength: 2, maxLength: 20 },
);

const eachOnce = interleaved(steps, assignmentMistakes);

test('of two reviewers who assign an entry at once, offline in turn, the last one counts, and each once', () =>
  fc.assert(eachOnce(createMemoryStore), { numRuns: 500 }));

test.each<[string, (store: EntryStore) => EntryStore]>([
  [
    'lets a repeated assignment count again',
    (store) => ({
      ...store,
      async addAssignment(key, assignment) {
        const again = (await store.assignmentsOf(key)).some(({ id }) => id === assignment.id);
        const id = again ? crypto.randomUUID() : assignment.id;
        return store.addAssignment(key, { ...assignment, id });
      },
    }),
  ],
  [
    'keeps the first one',
    (store) => ({
      ...store,
      async find(key) {
        const entry = await store.find(key);
        const to = (await store.assignmentsOf(key))[0]?.to;
        const { assignedTo: _, ...others } = entry ?? {};
        return entry && { ...entry, ...others, ...(to !== undefined && { assignedTo: to }) };
      },
    }),
  ],
])('a store that %s is noticed', async (_, broken) => {
  const property = eachOnce(() => broken(createMemoryStore()));
  const { failed } = await fc.check(property, { numRuns: 1000, seed: 1 });
  expect(failed).toBe(true);
});
