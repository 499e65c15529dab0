import type { Session } from '../cloud/session/session.ts';
import type { FlushResult } from './delivery/delivery-queue.ts';
import type { Outbox } from './outbox.ts';
import { isUndelivered } from './changes/queued-change.ts';

type Deps = {
  readonly outbox: Outbox;
  readonly session: Pick<Session, 'subscribe' | 'reread'>;
  readonly window: Pick<Window, 'addEventListener' | 'document'>;
  /** The other tabs and the service worker, which post a message after each change. */
  readonly others: Pick<BroadcastChannel, 'addEventListener'>;
};

/** Milliseconds until a disk that did not answer is read again. */
const retryDelay = 5000;

/**
 * Flushes the outbox whenever sending may work again. `navigator.onLine` is no condition: it is true even if
 * the server is down.
 */
export function flushOnTriggers({ outbox, session, window, others }: Deps): void {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let seen: FlushResult | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function flush(force = false): Promise<void> {
    // If there is nothing to send, Amplify need not be loaded.
    await outbox.reread();
    const { changes = [], adoptable, transfers } = outbox.view();
    if (![...changes, ...adoptable].some(isUndelivered) && transfers.length === 0) return;
    await outbox.flush({ force });
  }

  function flushSoon(): void {
    retry = undefined;
    void flush();
  }

  outbox.subscribe(() => {
    const { lastFlush, isUnread, isBlocked } = outbox.view();
    if (isUnread && !isBlocked) retry ??= setTimeout(flushSoon, retryDelay);
    // Waits for each pause once: during the next attempt the view still shows the previous pause.
    if (lastFlush === seen) return;
    seen = lastFlush;
    clearTimeout(alarm);
    if (lastFlush?.is === 'paused')
      alarm = setTimeout(() => void flush(), Math.max(0, lastFlush.until - Date.now()));
  });
  session.subscribe(() => void flush(true));
  window.addEventListener('online', () => void flush(true));
  window.addEventListener('pageshow', () => {
    // Coming from the back/forward cache, another page may have signed out meanwhile.
    session.reread();
    void flush();
  });
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'visible') void flush();
  });
  others.addEventListener('message', () => void outbox.reread());
  void flush();
}
