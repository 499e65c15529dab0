import type { Session } from '../cloud/session.ts';
import type { Drained } from './drainer.ts';
import type { Outbox } from './outbox.ts';
import { isOnItsWay } from './parcel.ts';

type Deps = {
  readonly outbox: Outbox;
  readonly session: Pick<Session, 'subscribe' | 'reread'>;
  readonly window: Pick<Window, 'addEventListener' | 'document'>;
  /** The other tabs and the service worker, as they say that something has changed. */
  readonly others: Pick<BroadcastChannel, 'addEventListener'>;
};

/** Milliseconds, after which a disk that did not answer is asked again. */
const soon = 5000;

/**
 * Every occasion to try: whether a browser says that it is online is no condition, for it says so in
 * front of a dead server as well.
 */
export function drainWhenWorthwhile({ outbox, session, window, others }: Deps): void {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let seen: Drained | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function drain(anew = false): Promise<void> {
    // Nothing to send means no Amplify to load.
    await outbox.reread();
    if (!outbox.view().parcels?.some(isOnItsWay)) return;
    await outbox.drain({ anew });
  }

  function drainSoon(): void {
    retry = undefined;
    void drain();
  }

  outbox.subscribe(() => {
    const { drained, isUnread, isBlocked } = outbox.view();
    if (isUnread && !isBlocked) retry ??= setTimeout(drainSoon, soon);
    // Each rest is waited for once: while it is tried again, the view still shows the one that is over.
    if (drained === seen) return;
    seen = drained;
    clearTimeout(alarm);
    if (drained?.is === 'rest')
      alarm = setTimeout(() => void drain(), Math.max(0, drained.until - Date.now()));
  });
  session.subscribe(() => void drain(true));
  window.addEventListener('online', () => void drain(true));
  window.addEventListener('pageshow', () => {
    // From the back/forward cache: another page may have signed out meanwhile.
    session.reread();
    void drain();
  });
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'visible') void drain();
  });
  others.addEventListener('message', () => void outbox.reread());
  void drain();
}
