import type { Entry } from '../form/entry.ts';
import type { CountedEntry } from '../entries/store/counted-entry.ts';
import type { Review, StoredReview } from './review.ts';

type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** The part of the port to the table that has reviews. */
export type ReviewStore = {
  /**
   * Stores a review beside its entry, and in the same moment which review of the entry counts. The entry's version
   * stays, because its author may be changing it.
   * @param entry as it was read: it may have changed since
   * @returns the review with this id, which may be an earlier one; `undefined` if there is none, and the entry is
   * withdrawn or does not exist
   */
  addReview(entry: CountedEntry, review: Review): Promise<AddedReview | undefined>;
  /** All reviews of an entry, in the order in which they were stored. */
  reviewsOf(key: EntryKey): Promise<readonly StoredReview[]>;
  /** Copies the reviews of an entry that another author adopts. Idempotent. */
  copyReviews(from: EntryKey, to: EntryKey): Promise<void>;
  /** The notes of the reviews that count, by the id of the review. */
  reviewNotes(entries: readonly Reviewed[]): Promise<ReadonlyMap<string, string>>;
};

export type AddedReview = { readonly stored: StoredReview; readonly isNew: boolean };

/** An entry, and its review. */
export type Reviewed = { readonly key: EntryKey; readonly review: string };
