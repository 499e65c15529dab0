import { openDrafts } from './open-drafts.ts';
import {
  isEmpty,
  type Draft,
  type DraftKey,
  type Drafts,
  type SaveStatus,
  type StoredDraft,
} from './draft.ts';

/** A draft and its key. */
export type TypedDraft = { readonly key: DraftKey; readonly draft: Draft };

/**
 * The drafts of sensitive forms, which live only as long as the page.
 * @param earlier drafts that were stored before the form became sensitive
 */
export function createMemoryDrafts(
  earlier?: Promise<readonly TypedDraft[]>,
): Drafts & { readonly hasUnsavedInput: () => boolean; readonly forget: () => void } {
  const typed = new Map<string, TypedDraft>();
  const loaded = loadEarlier();

  async function loadEarlier(): Promise<void> {
    const all = (await earlier?.catch(() => undefined)) ?? [];
    for (const it of all) if (!typed.has(nameOf(it.key))) typed.set(nameOf(it.key), it);
  }

  async function find(key: DraftKey): Promise<StoredDraft | undefined> {
    await loaded;
    // Or one that was typed while nobody was signed in.
    const found = typed.get(nameOf(key)) ?? typed.get(nameOf({ ...key, author: '' }));
    return found && { draft: found.draft, isFromThisTab: true };
  }

  async function keep(key: DraftKey, draft: Draft): Promise<SaveStatus> {
    const before = nameOf({ ...key, author: '' });
    if (typed.get(before)?.draft.id === draft.id) typed.delete(before);
    typed.set(nameOf(key), { key, draft });
    return 'kept';
  }

  const { joining, ...opening } = openDrafts({ find, keep });

  return {
    ...opening,
    keep,
    async discard(id) {
      for (const [name, { draft }] of typed) if (draft.id === id) typed.delete(name);
    },
    bringBack: async () => undefined,
    flush: async () => void (await Promise.all(joining)),
    /** To be called when somebody signs out. */
    forget: () => typed.clear(),
    hasUnsavedInput: () =>
      joining.size > 0 || [...typed.values()].some(({ draft }) => !isEmpty(draft)),
  };
}

function nameOf({ author, of }: DraftKey): string {
  return JSON.stringify([author, of]);
}
