/** What an owner or a reviewer writes about an entry, for those who may read it, and never for its author. */
export type Comment = {
  /** A UUID made by the sender, so that sending it twice stores it once. */
  readonly id: string;
  /** The version of the entry that they have seen. */
  readonly version: number;
  readonly text: string;
  /** Who wrote it: their username, and their account's address if it is verified. */
  readonly by: string;
  readonly email?: string;
  /** ISO 8601 in UTC, from the server's clock. */
  readonly at: string;
};

/** A comment as it is stored: without its text, once somebody has taken it back. */
export type StoredComment = Omit<Comment, 'text'> & {
  readonly text?: string;
  readonly takenBack?: TakenBack;
};

/** Who took a comment back: whoever wrote it, or an owner. */
export type TakenBack = Pick<Comment, 'by' | 'email' | 'at'>;

/** How many comments an entry can have, without those that were taken back. */
export const mostComments = 200;

/** In the order in which they were written. */
export function inOrder(comments: readonly StoredComment[]): readonly StoredComment[] {
  const position = ({ at, id }: StoredComment) => `${at} ${id}`;
  return comments.toSorted((a, b) => (position(a) < position(b) ? -1 : 1));
}
