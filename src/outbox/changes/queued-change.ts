import { nobody } from '../../cloud/session/identity.ts';
import type { RouteName } from '#core/api/api-routes.ts';
import type { Entry } from '#core/form/entry.ts';
import type { Comment } from '#core/comments/comment.ts';
import type { Review } from '#core/review/review.ts';
import type { Correction } from '#core/versions/correction.ts';
import type { ApiProblem } from '../../cloud/api/api-failure.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';

/** A new entry, or a change to an entry, that waits in the outbox or has just been delivered. */
export type QueuedChange = {
  /** Sent as the `Idempotency-Key`. A submission uses the entry's id; every other change has an id of its own. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** Of a review and of a correction: which response it is, as it may be somebody else’s entry. */
  readonly entry: string;
  readonly form: string;
  readonly formVersion: number;
  /** The paths of the values that the server calculates from the answers. They are neither sent nor merged. */
  readonly calculated?: readonly string[];
  /** The day on which the entry was begun. Only of forms with logic, which call it `today`. */
  readonly begunOn?: string;
  /** The username of the person who made it, or `nobody`. It is only ever sent with their own token. */
  readonly author: string;
  /** To a form that needs no account, so that this device sends it even if nobody signs in. */
  readonly isOpen?: true;
  /** The token of the personal link with which it was made: it is sent with it, whoever is signed in. */
  readonly invitation?: string;
  /** A field that nobody sees was filled in: probably by a program. */
  readonly isHoneypotFilled?: true;
  /** The form asks for data that must not be stored on a device: see `without-sensitive-answers.ts`. */
  readonly isSensitive?: true;
  /** For `submit`, `revise` and `correct` only. */
  readonly answers?: Answers;
  /** For `review` only. */
  readonly review?: ReviewToSend;
  /** For `comment`, `takeBackComment` and `assign` only. */
  readonly beside?: CommentToSend | CommentToTakeBack | AssignmentToSend;
  /** For `correct` only. */
  readonly correction?: CorrectionToSend;
  /** The entry's version that this changes. Unknown while the entry itself is not delivered. */
  readonly ifVersion?: number;
  /** The answers that a revision started from. Earlier versions of the app did not store them. */
  readonly base?: Answers;
  /** When its answers were saved here last. ISO 8601, by this device's clock. */
  readonly savedAt: string;
  readonly status: ChangeStatus;
};

/** Each is an API route, except `erase`: a permanent withdrawal. */
export const changeKinds = [
  'submit',
  'revise',
  'withdraw',
  'restore',
  'erase',
  'review',
  'correct',
  'comment',
  'takeBackComment',
  'assign',
] as const satisfies readonly (RouteName | 'erase')[];

export type ChangeKind = (typeof changeKinds)[number];

/** Those of an entry of one's own, and those about somebody's response. */
export type OwnKind = Exclude<ChangeKind, KindAboutResponse>;
export type KindAboutResponse = Beside['kind'] | 'correct';

/** What an owner has decided about somebody's entry. */
export type ReviewToSend = Pick<Entry, 'username' | 'id'> &
  Pick<Review, 'version' | 'state' | 'note'>;

/** A comment on somebody’s entry. */
export type CommentToSend = Pick<Entry, 'username' | 'id'> & Pick<Comment, 'version' | 'text'>;

/** Which comment on somebody’s entry is taken back. */
export type CommentToTakeBack = Pick<Entry, 'username' | 'id'> & {
  /** Its id. */
  readonly comment: string;
};

/** Who is to work on somebody’s entry. */
export type AssignmentToSend = Pick<Entry, 'username' | 'id'> & {
  /** An address; null for nobody. */
  readonly to: string | null;
};

/** What reviewers say about a response, which changes no entry. All but its key is in the request. */
export type Beside =
  | { readonly kind: 'review'; readonly review: ReviewToSend }
  | { readonly kind: 'comment'; readonly beside: CommentToSend }
  | { readonly kind: 'takeBackComment'; readonly beside: CommentToTakeBack }
  | { readonly kind: 'assign'; readonly beside: AssignmentToSend };

/** Whose entry an owner corrects, and why. */
export type CorrectionToSend = Pick<Entry, 'username' | 'id'> & Pick<Correction, 'reason'>;

export type Answers = { readonly [field: string]: unknown };

/** `attempts` counts the attempts whose outcome is unknown: the change may have reached the server. */
export type ChangeStatus =
  | { readonly is: 'waiting'; readonly attempts: number }
  | { readonly is: 'sending'; readonly attempts: number }
  | { readonly is: 'delivered'; readonly at: string; readonly apiEntry?: ApiEntry }
  /** The server refused it. Sending it again unchanged would not help; its author has to decide. */
  | { readonly is: 'attention'; readonly problem: ApiProblem };

export const unsent: ChangeStatus = { is: 'waiting', attempts: 0 };

/** Whether it waits until somebody signs in and claims it. */
export function isUnclaimed({ author, isOpen }: Pick<QueuedChange, 'author' | 'isOpen'>): boolean {
  return author === nobody && !isOpen;
}

/** Certainly not stored on the server: it was never sent, or the server refused it. */
export function isOnlyHere({ status }: QueuedChange): boolean {
  return status.is === 'attention' || (status.is === 'waiting' && status.attempts === 0);
}

/** Whether it withdraws the entry, temporarily or for good. */
export function isWithdrawal({ kind }: Pick<QueuedChange, 'kind'>): boolean {
  return kind === 'withdraw' || kind === 'erase';
}

export function isUndelivered({ status }: QueuedChange): boolean {
  return status.is !== 'delivered';
}
