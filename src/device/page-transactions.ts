import { wrap } from 'idb';

/**
 * The running IndexedDB transactions of this page. WebKit's back/forward cache keeps a page's unfinished
 * transactions open, and every later page waits for them. So they are aborted when the page is left, and none
 * begins until it is shown again.
 */
export type PageTransactions = {
  /** Tracks the transactions of a database from now on. */
  watch(database: IDBDatabase): void;
  abort(database?: IDBDatabase): void;
  /** Resolves at once while the page is shown, otherwise when it is shown again. */
  readonly whenShown: () => Promise<void>;
};

/** Milliseconds. A page that was left runs no timers, so if this one fires, the page was not left. */
const timeout = 5000;

export function createPageTransactions(): PageTransactions {
  const running = new Set<IDBTransaction>();
  let shown = Promise.resolve();
  let show: (() => void) | undefined;

  function abort(database?: IDBDatabase): void {
    for (const transaction of running) {
      if (database && transaction.db !== database) continue;
      try {
        transaction.abort();
      } catch {
        // It has ended already.
      }
    }
  }

  // Node has no such function, and a service worker never gets these events.
  globalThis.addEventListener?.('pagehide', () => {
    show?.();
    shown = new Promise((resolve) => (show = resolve));
    setTimeout(() => show?.(), timeout);
    abort();
  });
  globalThis.addEventListener?.('pageshow', () => show?.());

  return {
    abort,
    whenShown: () => shown,
    watch(database) {
      const begin = database.transaction.bind(database);
      // Writable and configurable, because idb's proxy returns a wrapped function.
      Object.defineProperty(database, 'transaction', {
        configurable: true,
        writable: true,
        value(...args: Parameters<typeof begin>) {
          const transaction = begin(...args);
          running.add(transaction);
          // Readers do not await `done`, so its rejection must be handled here.
          wrap(transaction).done.catch(() => undefined);
          const forget = () => running.delete(transaction);
          for (const end of ['complete', 'abort']) transaction.addEventListener(end, forget);
          return transaction;
        },
      });
    },
  };
}
