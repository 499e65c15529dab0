import { wrap } from 'idb';

/**
 * The transactions that run. A page that WebKit puts into its back/forward cache keeps those it has not
 * finished, and every later page waits behind them: so all of them end when the page is left, and none
 * begins until it is back.
 */
export type Transactions = {
  /** Follows those of a database, from now on. */
  watch(database: IDBDatabase): void;
  abort(database?: IDBDatabase): void;
  /** Kept while the page is shown, or once it is again. */
  readonly whenShown: () => Promise<void>;
};

/** Milliseconds: a page that is left runs no timers. One that does was not left after all. */
const patience = 5000;

export function createTransactions(): Transactions {
  const running = new Set<IDBTransaction>();
  let shown = Promise.resolve();
  let show: (() => void) | undefined;

  function abort(database?: IDBDatabase): void {
    for (const transaction of running) {
      if (database && transaction.db !== database) continue;
      try {
        transaction.abort();
      } catch {
        // It is ending already.
      }
    }
  }

  // Not in Node; and never seen by a service worker.
  globalThis.addEventListener?.('pagehide', () => {
    show?.();
    shown = new Promise((resolve) => (show = resolve));
    setTimeout(() => show?.(), patience);
    abort();
  });
  globalThis.addEventListener?.('pageshow', () => show?.());

  return {
    abort,
    whenShown: () => shown,
    watch(database) {
      const begin = database.transaction.bind(database);
      // Writable and configurable, or idb's proxy could not hand out what idb makes of it.
      Object.defineProperty(database, 'transaction', {
        configurable: true,
        writable: true,
        value(...asked: Parameters<typeof begin>) {
          const transaction = begin(...asked);
          running.add(transaction);
          // Whoever reads does not look at it.
          wrap(transaction).done.catch(() => undefined);
          const forget = () => running.delete(transaction);
          for (const end of ['complete', 'abort']) transaction.addEventListener(end, forget);
          return transaction;
        },
      });
    },
  };
}
