import { nobody, type Parcel } from './parcel.ts';
import { asideIn, type Queue } from './queue.ts';

/** Where a parcel is, as its author sees it. */
export type Standing = 'saved' | 'aside' | 'sending' | 'sign-in' | 'attention' | 'delivered';

/** @param isLapsed whether its author has to sign in before anything can leave */
export function standingOf(
  { id, author, stand }: Parcel,
  isLapsed: boolean,
  queue: Queue,
): Standing {
  if (stand.is === 'attention' || stand.is === 'delivered') return stand.is;
  if (isLapsed || author === nobody) return 'sign-in';
  if (stand.is === 'sending') return 'sending';
  return asideIn(queue, id) ? 'aside' : 'saved';
}
