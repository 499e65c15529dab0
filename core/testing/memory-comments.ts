import { inOrder, mostComments, type StoredComment } from '../comments/comment.ts';
import type { CommentStore } from '../comments/comment-store.ts';
import type { EntryKey, StoredEntry } from '../entries/store/entry-store.ts';

type Entries = {
  readonly find: (key: EntryKey) => StoredEntry | undefined;
  readonly replace: (entry: StoredEntry) => void;
};

/** The comments of an in-memory store. */
export function createMemoryComments({ find, replace }: Entries): CommentStore & {
  readonly forget: (key: EntryKey) => void;
} {
  const all = new Map<string, readonly StoredComment[]>();
  const of = (key: EntryKey) => all.get(keyText(key)) ?? [];

  /** @param more how many comments the entry has more than before */
  function write(key: EntryKey, comments: readonly StoredComment[], more: number): void {
    all.set(keyText(key), inOrder(comments));
    const entry = find(key);
    const commentCount = (entry?.commentCount ?? 0) + more;
    if (entry && !entry.erased) replace({ ...entry, commentCount });
  }

  return {
    async addComment(key, comment) {
      const entry = find(key);
      const same = of(key).find(({ id }) => id === comment.id);
      if (same) return { stored: same, isNew: false };
      if (!entry || entry.deletedAt) return undefined;
      if ((entry.commentCount ?? 0) >= mostComments) return 'full';
      write(key, [...of(key), comment], 1);
      return { stored: comment, isNew: true };
    },
    async commentsOf(key) {
      return of(key);
    },
    async findComment(key, id) {
      return of(key).find((it) => it.id === id);
    },
    async takeBackComment(key, { id }, takenBack) {
      const before = of(key).find((it) => it.id === id);
      if (!before || before.text === undefined) return before;
      const { text: _, ...rest } = before;
      const stored = { ...rest, takenBack };
      write(
        key,
        of(key).map((it) => (it === before ? stored : it)),
        -1,
      );
      return stored;
    },
    async copyComments(from, to) {
      const copies = new Map(of(to).map((it) => [it.id, it]));
      for (const it of of(from))
        if (!copies.has(it.id) || it.text === undefined) copies.set(it.id, it);
      const comments = [...copies.values()];
      const count = comments.filter(({ text }) => text !== undefined).length;
      if (copies.size > 0) write(to, comments, count - (find(to)?.commentCount ?? 0));
    },
    forget(key) {
      all.delete(keyText(key));
    },
  };
}

function keyText({ username, form, id }: EntryKey): string {
  return JSON.stringify([username, form, id]);
}
