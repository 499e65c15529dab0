import 'fake-indexeddb/auto';
import { wrap } from 'idb';
import type { Connection, Database } from '../../../src/device/device-database.ts';

/** The databases of devices whose disk is full at the moment. */
const fullDatabases = new Set<string>();

export const disk = {
  fill: (database: string) => void fullDatabases.add(database),
  free: (database: string) => void fullDatabases.delete(database),
};

/** Like a browser: the write fails, and its transaction is aborted. */
function failWhenFull(method: 'put' | 'add'): void {
  const write = IDBObjectStore.prototype[method];
  IDBObjectStore.prototype[method] = function refuse(this: IDBObjectStore, ...it) {
    if (!fullDatabases.has(this.transaction.db.name)) return write.apply(this, it);
    // The write has reported the failure already.
    wrap(this.transaction).done.catch(() => undefined);
    this.transaction.abort();
    throw new DOMException('The device has no space left.', 'QuotaExceededError');
  };
}

failWhenFull('put');
failWhenFull('add');

// Whoever writes waits for the transaction and not for each request in it. A browser reports those that were aborted
// with it and goes on, where Node would end.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof DOMException && reason.name === 'AbortError')) throw reason;
});

/** A database whose running transactions can all be aborted. */
export function abortableDatabase(database: Database) {
  const running = new Set<ReturnType<Connection['transaction']>>();
  const begin = (it: Connection): Connection['transaction'] => {
    const transaction = (...args: Parameters<Connection['transaction']>) => {
      const begun = it.transaction(...args);
      running.add(begun);
      void begun.done.catch(() => undefined).then(() => running.delete(begun));
      return begun;
    };
    return transaction as Connection['transaction'];
  };
  const watched: Database = (use) =>
    database((it) => {
      const transaction = begin(it);
      const get = (_: Connection, name: string | symbol) => {
        const value: unknown = name === 'transaction' ? transaction : Reflect.get(it, name);
        return typeof value === 'function' ? value.bind(it) : value;
      };
      return use(new Proxy(it, { get }));
    });
  return {
    database: watched,
    abort() {
      for (const transaction of running) {
        try {
          transaction.abort();
        } catch {
          // It is ending already.
        }
      }
    },
  };
}
