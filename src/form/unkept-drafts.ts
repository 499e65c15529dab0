import { isEmpty, type Draft, type Drafts, type Place } from './draft.ts';

/** What was typed, and by whom of what. */
export type Typed = { readonly place: Place; readonly draft: Draft };

/**
 * For forms that ask something sensitive: their drafts live as long as the page does.
 * @param earlier those that were kept before the form asked for it
 */
export function createUnkeptDrafts(
  earlier?: Promise<readonly Typed[]>,
): Drafts & { readonly isTypedHere: () => boolean; readonly forget: () => void } {
  const typed = new Map<string, Typed>();
  const taken = take();

  async function take(): Promise<void> {
    const all = (await earlier?.catch(() => undefined)) ?? [];
    for (const it of all) if (!typed.has(nameOf(it.place))) typed.set(nameOf(it.place), it);
  }

  return {
    async open(place) {
      await taken;
      // Typed by somebody who had not signed in yet: by now they may have.
      const known = typed.get(nameOf(place)) ?? typed.get(nameOf({ ...place, author: '' }));
      return known && { draft: known.draft, isFromHere: true };
    },
    async keep(place, draft) {
      const before = nameOf({ ...place, author: '' });
      if (typed.get(before)?.draft.id === draft.id) typed.delete(before);
      typed.set(nameOf(place), { place, draft });
      return 'kept';
    },
    async discard(id) {
      for (const [name, { draft }] of typed) if (draft.id === id) typed.delete(name);
    },
    bringBack: async () => undefined,
    flush: async () => undefined,
    /** Nothing of who has signed out stays on the page. */
    forget: () => typed.clear(),
    isTypedHere: () => [...typed.values()].some(({ draft }) => !isEmpty(draft)),
  };
}

function nameOf({ author, of }: Place): string {
  return JSON.stringify([author, of]);
}
