import type { Entry } from '../form/entry.ts';
import type { CountedEntry } from '../entries/store/counted-entry.ts';
import type { Comment, StoredComment, TakenBack } from './comment.ts';

type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** The part of the port to the table that has comments. */
export type CommentStore = {
  /**
   * Stores a comment beside its entry, and in the same moment that the entry has one more. The entry's version stays.
   * @param entry as it was read: it may have changed since
   * @returns the comment with this id, which may be an earlier one; if there is none, `full` if the entry has as many
   * as it can have, and `undefined` if it is withdrawn or does not exist
   */
  addComment(entry: CountedEntry, comment: Comment): Promise<AddedComment | 'full' | undefined>;
  /** All comments on an entry, in the order in which they were written. */
  commentsOf(key: EntryKey): Promise<readonly StoredComment[]>;
  findComment(key: EntryKey, id: string): Promise<StoredComment | undefined>;
  /**
   * Overwrites the text of a comment, as it was read. Idempotent: who took it back first stays.
   * @returns the comment; `undefined` if there is none
   */
  takeBackComment(
    key: EntryKey,
    comment: StoredComment,
    takenBack: TakenBack,
  ): Promise<StoredComment | undefined>;
  /** Copies the comments on an entry that another author adopts. Idempotent. */
  copyComments(from: EntryKey, to: EntryKey): Promise<void>;
};

export type AddedComment = { readonly stored: StoredComment; readonly isNew: boolean };
