import { isUnclaimed, type QueuedChange } from './queued-change.ts';
import { setAsideIn, type Backoff } from './backoff.ts';

/** The status of a change as its author sees it. */
export type ShownStatus = 'saved' | 'aside' | 'sending' | 'sign-in' | 'attention' | 'delivered';

/** @param mustSignIn whether its author has to sign in before anything can be sent */
export function shownStatusOf(
  change: QueuedChange,
  mustSignIn: boolean,
  backoff: Backoff,
): ShownStatus {
  const { id, status } = change;
  if (status.is === 'attention' || status.is === 'delivered') return status.is;
  if (isUnclaimed(change) || (mustSignIn && !change.isOpen)) return 'sign-in';
  if (status.is === 'sending') return 'sending';
  return setAsideIn(backoff, id) ? 'aside' : 'saved';
}
