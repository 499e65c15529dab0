import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { inOrder, mostComments, type StoredComment } from '#core/comments/comment.ts';
import type { CommentStore } from '#core/comments/comment-store.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import { entryItemKey, toEntry } from './entry-item.ts';
import { comments } from './kinds-beside.ts';
import { ifNone } from './write-conditions.ts';

/** The comments on entries, in the table that `resource.ts` declares. */
export function createDynamoComments(table: Table): CommentStore {
  return {
    async addComment(entry, comment) {
      let isFull = false;
      const counted = { entry, counter } as const;
      const added = await writeBeside<StoredComment>(table, counted, (current) => {
        const { commentCount: before = 0, deletedAt } = current;
        isFull = deletedAt === undefined && before >= mostComments;
        if (isFull || deletedAt !== undefined) return undefined;
        const write = { put: comments.toItem(entry, comment), condition: ifNone };
        return { write, changes: { commentCount: before + 1 }, stored: comment };
      });
      if (added) return { stored: added, isNew: true };
      const stored = await find(entry, comment.id);
      if (stored) return { stored, isNew: false };
      return isFull ? 'full' : undefined;
    },

    commentsOf,

    findComment: find,

    async takeBackComment(key, comment, takenBack) {
      const { text, ...rest } = comment;
      if (text === undefined) return comment;
      const { id } = comment;
      const item = await table.get(entryItemKey(key));
      if (!item) return undefined;
      const counted = { entry: toEntry(item), counter } as const;
      const taken = await writeBeside<StoredComment>(table, counted, (entry) => {
        // What erases it overwrites its comments.
        if (entry.erased) return undefined;
        const condition = { if: 'attribute_exists(#text)', names: textName };
        const changes = { text: undefined, takenBack };
        return {
          write: { update: comments.key(key, id), changes, condition },
          changes: { commentCount: (entry.commentCount ?? 1) - 1 },
          stored: { ...rest, takenBack },
        };
      });
      return taken ?? find(key, id);
    },

    async copyComments(from, to) {
      const copies = await commentsOf(from);
      for (const it of copies) await table.put(comments.toItem(to, it), ifMissing(it));
      if (copies.length === 0) return;
      await recountBeside(table, { key: to, counter }, async () => {
        const all = await commentsOf(to);
        return { commentCount: all.filter(({ text }) => text !== undefined).length };
      });
    },
  };

  async function find(key: EntryKey, id: string): Promise<StoredComment | undefined> {
    return comments.read(await table.get(comments.key(key, id)));
  }

  async function commentsOf(key: EntryKey): Promise<readonly StoredComment[]> {
    return inOrder(comments.readAll(await comments.items(table, key)));
  }
}

const counter = 'commentCount';
const textName = { '#text': 'text' };

/** A comment that was taken back replaces a copy that still has its text. */
function ifMissing({ text }: StoredComment) {
  if (text !== undefined) return ifNone;
  return { if: `${ifNone.if} OR attribute_exists(#text)`, names: textName };
}
