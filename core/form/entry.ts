import type { EntryReview } from '../review/review.ts';
import type { Correction } from '../versions/correction.ts';

/** A stored response: the answers of one person, with the server's metadata. */
export type Entry<Answers = { readonly [field: string]: unknown }, Derived = unknown> = {
  /** A UUID that the sender makes when the draft begins, so that sending twice stores once. */
  readonly id: string;
  readonly form: string;
  readonly formVersion: number;
  /** The day on which it was begun, on its author's calendar: what the form's logic calls `today`. */
  readonly begunOn?: string;
  /** The author: Cognito's `cognito:username`, taken from the token and never from the request. */
  readonly username: string;
  readonly answers: Answers;
  /** The result of the form's `derive`, computed once. */
  readonly derived?: Derived;
  /** 1 when first stored, incremented by each change. */
  readonly version: number;
  /** ISO 8601 in UTC, from the server's clock. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt?: string;
  /** It arrived after the form had closed, and was saved on a device before, at `savedAt` by that device's clock. */
  readonly isLate?: true;
  readonly savedAt?: string;
  /** The files that have arrived, by id, perhaps with some that the answers no longer refer to. */
  readonly filesArrived?: readonly string[];
  /** The review that counts. Absent if nobody has reviewed it. */
  readonly review?: EntryReview;
  /** Set if an owner, and not the author, gave these answers. */
  readonly correction?: Correction;
};
