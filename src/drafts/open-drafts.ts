import type { Draft, DraftKey, Drafts, SaveStatus, StoredDraft } from './draft.ts';

type Deps = {
  readonly find: (key: DraftKey) => Promise<StoredDraft | undefined>;
  readonly keep: (key: DraftKey, draft: Draft) => Promise<SaveStatus>;
};

type OpenDrafts = Pick<Drafts, 'open' | 'keepInto'> & {
  /** What was typed before a draft was read, and is not in that draft yet. */
  readonly joining: ReadonlySet<Promise<unknown>>;
};

/** Drafts are opened one after the other, so that a page finds what was typed on the one before. */
export function openDrafts({ find, keep }: Deps): OpenDrafts {
  const joining = new Set<Promise<unknown>>();
  return {
    joining,
    async open(key) {
      await Promise.all(joining);
      return find(key);
    },
    keepInto(key, into) {
      const found = find(key).catch(() => undefined);
      const keeping = found
        .then(into)
        .then((draft) => keep(key, draft))
        .finally(() => joining.delete(keeping));
      joining.add(keeping);
      return keeping;
    },
  };
}
