import type { Draft, Drafts, Place } from './draft.ts';

type Typed = { readonly author: Place['author']; readonly draft: Draft };

/** For forms that ask something sensitive: their drafts live as long as the page does. */
export function createUnkeptDrafts(): Drafts {
  const typed = new Map<Place['of'], Typed>();
  return {
    async open({ author, of }) {
      const known = typed.get(of);
      // Typed by somebody who had not signed in yet: by now they may have.
      const isTheirs = known?.author === author || known?.author === '';
      return known && isTheirs ? { draft: known.draft, isFromHere: true } : undefined;
    },
    async keep({ author, of }, draft) {
      typed.set(of, { author, draft });
      return 'kept';
    },
    async discard(id) {
      for (const [of, { draft }] of typed) if (draft.id === id) typed.delete(of);
    },
    bringBack: async () => undefined,
    flush: async () => undefined,
  };
}
