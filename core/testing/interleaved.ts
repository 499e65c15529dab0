import fc from 'fast-check';
import { expect } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import type { Interleaving } from './in-turns.ts';

export type Turn = Interleaving['turn'];

/** Does everything at once. Returns what is wrong afterwards; empty if nothing is. */
type FindMistakes<Step> = (
  steps: readonly Step[],
  interleaving: Interleaving,
) => Promise<readonly string[]>;

/** The property that nothing is wrong, in whatever order it happens, and whichever answers are lost. */
export const interleaved =
  <Step>(steps: fc.Arbitrary<Step[]>, findMistakes: FindMistakes<Step>) =>
  (open: (turn: Turn) => EntryStore) =>
    fc.asyncProperty(
      steps,
      fc.scheduler(),
      fc.infiniteStream(fc.boolean()),
      async (all, scheduler, losses) => {
        const turn = () => scheduler.schedule(Promise.resolve());
        const isLost = () => losses.next().value === true;
        const mistakes = findMistakes(all, { store: open(turn), turn, isLost });
        expect(await scheduler.waitFor(mistakes)).toEqual([]);
      },
    );
