import {
  openDB,
  unwrap,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb';
import type { Queue } from '../outbox/queue.ts';
import { unresponsiveIn, withTimeout } from './timeout.ts';
import { createTransactions } from './transactions.ts';
import { isBlocked } from './unkept.ts';

/** What lies on this device, in the browser's own database. */
interface Schema extends DBSchema {
  /** In the order they were saved. */
  parcels: {
    key: number;
    value: SealedParcel;
    indexes: { author: string; entry: [author: string, entry: string] };
  };
  drafts: { key: string; value: SealedDraft; indexes: { place: [author: string, place: string] } };
  /** One for each person, `''` for whoever has not signed in. */
  keys: { key: string; value: CryptoKey };
  queues: { key: string; value: Queue };
  copies: { key: [author: string, of: string]; value: SealedCopy };
  /** Amplify's, which the service worker needs as well: `localStorage` is not for it. */
  tokens: { key: string; value: string };
}

/** What only its author's key opens: `vault.ts`. */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

export type SealedParcel = {
  readonly place?: number;
  readonly author: string;
  readonly entry: string;
  readonly id: string;
  /** One more with each change. */
  readonly revision: number;
  readonly sealed: Sealed;
};

export type SealedDraft = {
  readonly id: string;
  readonly author: string;
  readonly place: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly sealed: Sealed;
};

export type SealedCopy = {
  readonly author: string;
  readonly of: string;
  readonly sealed: Sealed;
};

/** Without idb's shorthands for writing: `write` does that. */
export type Connection = Pick<
  IDBPDatabase<Schema>,
  'get' | 'getAll' | 'getAllFromIndex' | 'getAllKeysFromIndex' | 'count' | 'transaction' | 'close'
>;

/**
 * Opens the database when it is first used, and again after the browser has cut the connection: what is
 * asked of it may be asked twice. An answer that does not come is an error, see `timeout.ts`.
 */
export type Database = <Value>(use: (database: Connection) => Promise<Value>) => Promise<Value>;

/** Milliseconds for what is asked, and between two attempts to heal. */
const patience = 5000;
const betweenHeals = 60_000;

export function createDatabase(name = 'formstead'): Database {
  const transactions = createTransactions();
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** What `opened` has become. */
  let connection: IDBPDatabase<Schema> | undefined;
  let healedAt = -Infinity;

  function drop(which: typeof opened): void {
    if (opened === which) opened = connection = undefined;
  }

  /** @param version the one that is there, when left out */
  function open(version?: number): Promise<IDBPDatabase<Schema>> {
    connection = undefined;
    // oxlint-disable-next-line waits/bounded -- whoever uses it says
    const opening = openDB<Schema>(name, version, {
      upgrade: (database, from) => void (from === 0 && createStores(database)),
      // A newer version of the app in another tab, or one that heals, must not wait for this one.
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
        drop(opening);
      },
      terminated: () => drop(opening),
    }).then((database) => {
      const isForUs = schemaOf(database.version) === schema;
      if (opened === opening && isForUs) transactions.watch(unwrap((connection = database)));
      else database.close();
      if (!isForUs) throw new DOMException('Of another version of the app.', 'VersionError');
      return database;
    });
    opening.catch(() => drop(opening));
    return (opened = opening);
  }

  /**
   * Asks for another version: that ends what a page in WebKit's back/forward cache has left open, by
   * closing its connection. Whether it is worth asking again.
   */
  function isHealing(silent: typeof opened): boolean {
    if (opened !== silent) return true;
    if (!connection) {
      drop(silent);
      return false;
    }
    const { version } = connection;
    transactions.abort(unwrap(connection));
    connection.close();
    drop(silent);
    const isSoon = performance.now() - healedAt < betweenHeals;
    if (isSoon) return false;
    healedAt = performance.now();
    void open(version + 1);
    return true;
  }

  return async (use) => {
    for (let tries = 1; ; tries += 1) {
      await transactions.whenShown();
      const opening = opened ?? open();
      try {
        return await withTimeout('storage', patience, useIn(opening, use));
      } catch (error) {
        const isSilent = unresponsiveIn(error) !== undefined;
        const isAgain = isSilent ? isHealing(opening) && tries === 1 : isCutOff(error) && tries < 4;
        if (!isAgain) throw error;
        if (!isSilent && !isAborted(error)) drop(opening);
      }
    }
  };

  async function useIn<Value>(
    opening: Promise<IDBPDatabase<Schema>>,
    use: (database: Connection) => Promise<Value>,
  ): Promise<Value> {
    const database = await opening;
    await transactions.whenShown();
    return use(database);
  }
}

/** The database's version is the schema's in millions, and one more each time it was healed. */
const schema = 1;

function schemaOf(version: number): number {
  return Math.max(1, Math.floor(version / 1_000_000));
}

function createStores(database: IDBPDatabase<Schema>): void {
  const parcels = database.createObjectStore('parcels', { keyPath: 'place', autoIncrement: true });
  parcels.createIndex('author', 'author');
  parcels.createIndex('entry', ['author', 'entry']);
  const drafts = database.createObjectStore('drafts', { keyPath: 'id' });
  drafts.createIndex('place', ['author', 'place']);
  database.createObjectStore('keys');
  database.createObjectStore('queues');
  database.createObjectStore('copies', { keyPath: ['author', 'of'] });
  database.createObjectStore('tokens');
}

/** WebKit closes connections behind a page's back; on the same one every later try fails as well. */
function isCutOff(error: unknown): boolean {
  return (
    isAborted(error) ||
    (error instanceof DOMException &&
      !isBlocked(error) &&
      /^(InvalidState|Unknown)Error$/.test(error.name))
  );
}

/** By us, when the page was left. */
function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

type Writable<Name extends StoreNames<Schema>> = IDBPObjectStore<Schema, [Name], Name, 'readwrite'>;

/** One write, which ends by itself: leaving the page in the next moment does not take it back. */
export async function write<Name extends StoreNames<Schema>>(
  database: Connection,
  name: Name,
  put: (store: Writable<Name>) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction(name, 'readwrite');
  const request = put(transaction.store);
  transaction.commit();
  await Promise.all([request, transaction.done]);
}
