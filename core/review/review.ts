/**
 * What reviewers decide: `sent-back` asks the author to change the answers, and says what is wrong; `received` takes an
 * earlier review back.
 */
export const reviewStates = ['approved', 'rejected', 'sent-back', 'received'] as const;

export type ReviewState = (typeof reviewStates)[number];

/** Where a response stands: nobody has reviewed it, or it has changed since. */
export type ResponseState = ReviewState | 'edited';

/** What one reviewer has decided about one version of an entry. It never changes. */
export type Review = {
  /** A UUID made by the sender, so that sending it twice stores it once. */
  readonly id: string;
  /** The version of the entry that the reviewer has seen. */
  readonly version: number;
  readonly state: ReviewState;
  /** What the author should know. */
  readonly note?: string;
  /** The reviewer: their username, and their account's address if it is verified. Authors do not see them. */
  readonly by: string;
  readonly email?: string;
  /** ISO 8601 in UTC, from the server's clock. */
  readonly at: string;
};

/** The order in which the reviews of an entry were stored: 1 for the first. */
export type StoredReview = Review & { readonly number: number };

/** The review that counts, as its entry contains it: without its note, which must not outlive the answers. */
export type EntryReview = Pick<Review, 'id' | 'version' | 'state' | 'at'> & {
  readonly hasNote?: true;
  /** Only where an author reads it. */
  readonly note?: string;
};

/** What is known of the review that counts: as it is stored, or as it is shown. */
export type ReviewInBrief = { readonly version: number; readonly state: ResponseState };

/** A review does not change its entry's version, so any newer version has been edited since. */
export function responseStateOf({
  version,
  review,
}: {
  readonly version: number;
  readonly review?: ReviewInBrief | undefined;
}): ResponseState {
  if (!review) return 'received';
  return version > review.version ? 'edited' : review.state;
}

/**
 * Of two reviews the later one counts, unless it is about an older version: whoever was offline has not seen what
 * the other one has.
 */
export function countingReview(before: EntryReview | undefined, next: Review): EntryReview {
  if (before && before.version > next.version) return before;
  const { id, version, state, at, note } = next;
  return { id, version, state, at, ...(note !== undefined && { hasNote: true as const }) };
}
