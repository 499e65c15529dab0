import { nobody, type Parcel } from './parcel.ts';

/** Where a parcel is, as its author sees it. */
export type Standing = 'saved' | 'sending' | 'sign-in' | 'attention' | 'delivered';

/** @param isLapsed whether its author has to sign in before anything can leave */
export function standingOf({ author, stand }: Parcel, isLapsed: boolean): Standing {
  if (stand.is === 'attention' || stand.is === 'delivered') return stand.is;
  if (isLapsed || author === nobody) return 'sign-in';
  return stand.is === 'sending' ? 'sending' : 'saved';
}
