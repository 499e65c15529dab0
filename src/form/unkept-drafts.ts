import type { Draft, Drafts } from './draft.ts';

/** For forms that ask something sensitive: their drafts live as long as the page does. */
export function createUnkeptDrafts(): Drafts {
  const typed = new Map<string, Draft>();
  return {
    async open({ of }) {
      const draft = typed.get(of);
      return draft && { draft, isFromHere: true };
    },
    async keep({ of }, draft) {
      typed.set(of, draft);
      return true;
    },
    async discard(id) {
      for (const [of, draft] of typed) if (draft.id === id) typed.delete(of);
    },
    flush: async () => undefined,
  };
}
