import type { Deed, Parcel } from './parcel.ts';

/** Where a parcel is, as its author sees it. */
export type Standing = 'saved' | 'sending' | 'sign-in' | 'attention' | 'delivered';

/** @param isLapsed whether its author has to sign in before anything can leave */
export function standingOf({ stand }: Parcel, isLapsed: boolean): Standing {
  if (stand.is === 'attention' || stand.is === 'delivered') return stand.is;
  if (isLapsed) return 'sign-in';
  return stand.is === 'sending' ? 'sending' : 'saved';
}

export const standingWords: { readonly [Is in Standing]: string } = {
  saved: 'Saved on this device',
  sending: 'Sending…',
  'sign-in': 'Saved on this device, until you sign in',
  attention: 'Needs your attention',
  delivered: 'Delivered',
};

export const deedWords: { readonly [Does in Deed]: string } = {
  submit: 'New entry',
  revise: 'Change to an entry',
  withdraw: 'Withdrawal of an entry',
  restore: 'Return of a withdrawn entry',
  erase: 'Deletion of an entry, for ever',
};
