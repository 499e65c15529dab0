import 'fake-indexeddb/auto';
import { wrap } from 'idb';
import type { Connection, Database } from '../../src/device/database.ts';

/** The databases of devices that have no room at the moment. */
const full = new Set<string>();

export const disk = {
  fill: (database: string) => void full.add(database),
  free: (database: string) => void full.delete(database),
};

/** As browsers do it: what was to be written is not, and neither is anything else of its transaction. */
function refuseWhereFull(method: 'put' | 'add'): void {
  const write = IDBObjectStore.prototype[method];
  IDBObjectStore.prototype[method] = function refuse(this: IDBObjectStore, ...it) {
    if (!full.has(this.transaction.db.name)) return write.apply(this, it);
    // Who hears of it from the write need not ask the transaction as well.
    wrap(this.transaction).done.catch(() => undefined);
    this.transaction.abort();
    throw new DOMException('The device has no room.', 'QuotaExceededError');
  };
}

refuseWhereFull('put');
refuseWhereFull('add');

/** A database whose transactions can be ended in the middle, all that run. */
export function transactionsOf(database: Database) {
  const running = new Set<ReturnType<Connection['transaction']>>();
  const begin = (it: Connection): Connection['transaction'] => {
    const transaction = (...asked: Parameters<Connection['transaction']>) => {
      const begun = it.transaction(...asked);
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
