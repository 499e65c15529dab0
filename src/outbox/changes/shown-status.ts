import { nobody, type QueuedChange } from './queued-change.ts';
import { setAsideIn, type Backoff } from './backoff.ts';

/** The status of a change as its author sees it. */
export type ShownStatus = 'saved' | 'aside' | 'sending' | 'sign-in' | 'attention' | 'delivered';

/** @param mustSignIn whether its author has to sign in before anything can be sent */
export function shownStatusOf(
  { id, author, status }: QueuedChange,
  mustSignIn: boolean,
  backoff: Backoff,
): ShownStatus {
  if (status.is === 'attention' || status.is === 'delivered') return status.is;
  if (mustSignIn || author === nobody) return 'sign-in';
  if (status.is === 'sending') return 'sending';
  return setAsideIn(backoff, id) ? 'aside' : 'saved';
}
