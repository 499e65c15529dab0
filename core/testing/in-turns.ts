import type { EntryStore } from '../entries/store/entry-store.ts';

export type Interleaving = {
  readonly store: EntryStore;
  /** Waits until it is this step's turn. */
  readonly turn: () => Promise<unknown>;
  /** Whether the answer to the next write is lost, so that it has to be sent again. */
  readonly isLost: () => boolean;
};

const lostAnswer = new Error('The answer was lost.');

/** Sends it again for as long as its answer is lost. */
export async function untilAnswered<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (;;)
    try {
      return await send();
    } catch (error) {
      if (error !== lostAnswer) throw error;
    }
}

/** The same store, which others use between any two steps, and of which some answers are lost. */
export function inTurns({ store, turn, isLost }: Interleaving): EntryStore {
  const step = async <Answer>(work: () => Promise<Answer>, isWrite = false): Promise<Answer> => {
    await turn();
    const answer = await work();
    if (isWrite && isLost()) throw lostAnswer;
    return answer;
  };
  return {
    ...store,
    find: (key) => step(() => store.find(key)),
    remainingOf: (username, limit) => step(() => store.remainingOf(username, limit)),
    closeAuthor: (username, at) => step(() => store.closeAuthor(username, at)),
    insert: (entry, seats) => step(() => store.insert(entry, seats), true),
    update: (next, seats, replaced) => step(() => store.update(next, seats, replaced), true),
    addReview: (entry, review) => step(() => store.addReview(entry, review), true),
    addComment: (entry, comment) => step(() => store.addComment(entry, comment), true),
    addAssignment: (entry, assignment) => step(() => store.addAssignment(entry, assignment), true),
    takeBackComment: (key, comment, takenBack) =>
      step(() => store.takeBackComment(key, comment, takenBack), true),
  };
}
