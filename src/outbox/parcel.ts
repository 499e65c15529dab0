import type { RouteName } from '#core/routes.ts';
import type { Refusal } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';

/** What the outbox holds: a new entry, or a change to one, on its way to the server. */
export type Parcel = {
  /** The `Idempotency-Key` it is sent with: a submission's is the entry's own id, a change has one of its own. */
  readonly id: string;
  readonly does: Deed;
  readonly entry: string;
  readonly form: string;
  readonly formVersion: number;
  /** The username of who sent it, or `nobody`. Nobody else's token may carry it. */
  readonly author: string;
  /** Its form asks something that must not lie on a device: `kept.ts`. */
  readonly isSensitive?: true;
  /** Of a submission or a revision. */
  readonly answers?: Answers;
  /** Which version a change is made to. Unknown while the entry itself is still on its way. */
  readonly ifVersion?: number;
  /** What a revision began from, to tell what its author changed. Unknown of what an earlier app has saved. */
  readonly base?: Answers;
  /** ISO 8601, by this device's clock. */
  readonly savedAt: string;
  readonly stand: Stand;
};

/** The author of what was filled in before anybody had signed in: it waits until somebody claims it. */
export const nobody = '';

/** What a parcel can do: use a route, or erase, which is a withdrawal for ever. */
export const deeds = [
  'submit',
  'revise',
  'withdraw',
  'restore',
  'erase',
] as const satisfies readonly (RouteName | 'erase')[];

export type Deed = (typeof deeds)[number];

export type Answers = { readonly [field: string]: unknown };

/** How far a parcel has come. `attempts` counts those of which nobody knows whether they arrived. */
export type Stand =
  | { readonly is: 'waiting'; readonly attempts: number }
  | { readonly is: 'sending'; readonly attempts: number }
  | { readonly is: 'delivered'; readonly at: string; readonly told?: Told }
  /** Refused, and sending it again as it is would not help: only its author can. */
  | { readonly is: 'attention'; readonly refusal: Refusal };

export const unsent: Stand = { is: 'waiting', attempts: 0 };

/** Certainly on this device alone: no attempt has been made, or the server has refused it. */
export function isHereOnly({ stand }: Parcel): boolean {
  return stand.is === 'attention' || (stand.is === 'waiting' && stand.attempts === 0);
}

/** A withdrawal, be it for a while or for ever. */
export function isTakingBack({ does }: Pick<Parcel, 'does'>): boolean {
  return does === 'withdraw' || does === 'erase';
}

export function isOnItsWay({ stand }: Parcel): boolean {
  return stand.is !== 'delivered';
}
