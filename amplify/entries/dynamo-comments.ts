import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { mostComments, type StoredComment } from '#core/comments/comment.ts';
import type { CommentStore } from '#core/comments/comment-store.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import {
  commentItemKey,
  commentItems,
  toComment,
  toCommentItem,
  toComments,
} from './comment-items.ts';

/** The comments on entries, in the table that `resource.ts` declares. */
export function createDynamoComments(table: Table): CommentStore {
  return {
    async addComment(key, comment) {
      let isFull = false;
      const added = await writeBeside<StoredComment>(table, counted(key), (entry) => {
        const { commentCount: before = 0, deletedAt } = entry;
        isFull = deletedAt === undefined && before >= mostComments;
        if (isFull || deletedAt !== undefined) return undefined;
        const write = { put: toCommentItem(key, comment), condition: { if: isNew } };
        return { write, changes: { commentCount: before + 1 }, stored: comment };
      });
      if (added) return { stored: added, isNew: true };
      const stored = await find(key, comment.id);
      if (stored) return { stored, isNew: false };
      return isFull ? 'full' : undefined;
    },

    async commentsOf(key) {
      return toComments(await commentItems(table, key));
    },

    findComment: find,

    async takeBackComment(key, id, takenBack) {
      const before = await find(key, id);
      if (!before || before.text === undefined) return before;
      const { text: _, ...rest } = before;
      const taken = await writeBeside<StoredComment>(table, counted(key), (entry) => {
        // What erases it overwrites its comments.
        if (entry.erased) return undefined;
        const condition = { if: 'attribute_exists(#text)', names: textName };
        const changes = { text: undefined, takenBack };
        return {
          write: { update: commentItemKey(key, id), changes, condition },
          changes: { commentCount: (entry.commentCount ?? 1) - 1 },
          stored: { ...rest, takenBack },
        };
      });
      return taken ?? find(key, id);
    },

    async copyComments(from, to) {
      const comments = toComments(await commentItems(table, from));
      for (const comment of comments)
        await table.put(toCommentItem(to, comment), ifMissing(comment));
      if (comments.length === 0) return;
      await recountBeside(table, counted(to), async () => {
        const all = toComments(await commentItems(table, to));
        return { commentCount: all.filter(({ text }) => text !== undefined).length };
      });
    },
  };

  async function find(key: EntryKey, id: string): Promise<StoredComment | undefined> {
    return toComment((await table.get(commentItemKey(key, id))) ?? {});
  }
}

const isNew = 'attribute_not_exists(pk)';
const textName = { '#text': 'text' };

function counted(key: EntryKey) {
  return { key, counter: 'commentCount' } as const;
}

/** A comment that was taken back replaces a copy that still has its text. */
function ifMissing({ text }: StoredComment) {
  if (text !== undefined) return { if: isNew };
  return { if: `${isNew} OR attribute_exists(#text)`, names: textName };
}
