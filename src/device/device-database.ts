import {
  openDB,
  unwrap,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb';
import { unresponsiveIn, withTimeout } from './timeout.ts';
import { createPageTransactions } from './page-transactions.ts';
import { isBlocked } from './storage-failure.ts';

/** What this device stores in IndexedDB. The names of stores and properties cannot change: see `stored-change.ts`. */
interface Schema extends DBSchema {
  /** Queued changes, in the order they were saved. */
  parcels: {
    key: number;
    value: SealedChange;
    indexes: { author: string; entry: [author: string, entry: string] };
  };
  drafts: { key: string; value: SealedDraft; indexes: { place: [author: string, place: string] } };
  /** One for each person, `''` for changes and drafts made while nobody was signed in. */
  keys: { key: string; value: CryptoKey };
  queues: { key: string; value: StoredBackoff };
  /** Lists of entries as the server sent them last: `entry-cache.ts`. */
  copies: { key: [author: string, of: string]; value: SealedCopy };
  /** Files that somebody has added: `files/device-files.ts`. */
  files: { key: string; value: StoredFile; indexes: { author: string } };
  filePieces: { key: [file: string, number: number]; value: SealedPiece };
  /** Files that wait to be sent, by the entry that refers to them. */
  transfers: {
    key: [author: string, entry: string, file: string];
    value: StoredTransfer;
    indexes: { author: string; file: string };
  };
  /** Amplify's tokens. Not in `localStorage`, because the service worker needs them too. */
  tokens: { key: string; value: string };
}

/** Encrypted with its author's key: `vault.ts`. */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

export type SealedChange = {
  readonly place?: number;
  readonly author: string;
  readonly entry: string;
  readonly id: string;
  /** Incremented with each update. */
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

export type StoredFile = {
  readonly id: string;
  readonly author: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** Its pieces are encrypted with it. */
  readonly key: CryptoKey;
};

export type SealedPiece = {
  readonly file: string;
  /** From 0. */
  readonly number: number;
  readonly sealed: Sealed;
};

export type StoredTransfer = {
  readonly author: string;
  readonly entry: string;
  readonly file: string;
  readonly form: string;
  /** In bytes: of the file, and of what has been sent. */
  readonly size: number;
  readonly sent: number;
  /** Of a file that is sent in parts, as the server called it. */
  readonly upload?: string;
  /** The code of the server's reason to refuse it. */
  readonly problem?: string;
  /** Milliseconds since 1970: when the server first said that the entry is withdrawn or erased. */
  readonly goneSince?: number;
};

/** When a person's outbox may try again. In memory it is `Backoff`, in `outbox/changes/backoff.ts`. */
export type StoredBackoff = {
  readonly failures: number;
  readonly restsUntil: number;
  readonly because?: 'busy' | 'failed' | undefined;
  readonly settled?: number;
  readonly failing?: {
    readonly [id: string]: {
      readonly times: number;
      readonly since: number;
      readonly until?: number;
    };
  };
};

/** Without idb's shorthands for writing: use `write`. */
export type Connection = Pick<
  IDBPDatabase<Schema>,
  'get' | 'getAll' | 'getAllFromIndex' | 'getAllKeysFromIndex' | 'count' | 'transaction' | 'close'
>;

/**
 * Opens the database when it is first used, and again after the browser has cut the connection, so `use` may run
 * twice. If there is no answer in time, it throws: see `timeout.ts`.
 */
export type Database = <Value>(use: (database: Connection) => Promise<Value>) => Promise<Value>;

/** Milliseconds for one use, and between two attempts to heal the connection. */
const timeout = 5000;
const betweenHeals = 60_000;

export function createDatabase(name = 'formstead'): Database {
  const transactions = createPageTransactions();
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** The connection that `opened` resolved to. */
  let connection: IDBPDatabase<Schema> | undefined;
  let healedAt = -Infinity;

  function drop(which: typeof opened): void {
    if (opened === which) opened = connection = undefined;
  }

  /** @param version defaults to the existing one */
  function open(version?: number): Promise<IDBPDatabase<Schema>> {
    connection = undefined;
    // oxlint-disable-next-line house/bounded-waits -- the caller has a timeout
    const opening = openDB<Schema>(name, version, {
      upgrade: createMissingStores,
      // Another tab that upgrades or heals the database must not wait for this one.
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
        drop(opening);
      },
      terminated: () => drop(opening),
    }).then((database) => {
      if (opened === opening && schemaVersionOf(database.version) < schema) {
        database.close();
        return open(schema * versionsOfSchema);
      }
      const isForUs = schemaVersionOf(database.version) === schema;
      if (opened === opening && isForUs) transactions.watch(unwrap((connection = database)));
      else database.close();
      if (!isForUs) throw new DOMException('Of another version of the app.', 'VersionError');
      return database;
    });
    opening.catch(() => drop(opening));
    return (opened = opening);
  }

  /**
   * Requests a higher version, which makes the browser close the connection of a page in WebKit's back/forward
   * cache and so ends its open transactions. Returns whether it makes sense to try again.
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
        return await withTimeout('storage', timeout, useConnection(opening, use));
      } catch (error) {
        const isSilent = unresponsiveIn(error) !== undefined;
        const shouldRetry = isSilent
          ? isHealing(opening) && tries === 1
          : isCutOff(error) && tries < 4;
        if (!shouldRetry) throw error;
        if (!isSilent && !isAborted(error)) drop(opening);
      }
    }
  };

  async function useConnection<Value>(
    opening: Promise<IDBPDatabase<Schema>>,
    use: (database: Connection) => Promise<Value>,
  ): Promise<Value> {
    const database = await opening;
    await transactions.whenShown();
    return use(database);
  }
}

/** The database's version is a million times the schema's, plus one for each time it was healed. */
const versionsOfSchema = 1_000_000;
const schema = 2;

function schemaVersionOf(version: number): number {
  return Math.max(1, Math.floor(version / versionsOfSchema));
}

/** Those of the first version of the app are there already when files are added to them. */
function createMissingStores(database: IDBPDatabase<Schema>): void {
  if (!database.objectStoreNames.contains('parcels')) createFirstStores(database);
  if (!database.objectStoreNames.contains('files')) createDeviceFiless(database);
}

function createFirstStores(database: IDBPDatabase<Schema>): void {
  const changes = database.createObjectStore('parcels', { keyPath: 'place', autoIncrement: true });
  changes.createIndex('author', 'author');
  changes.createIndex('entry', ['author', 'entry']);
  const drafts = database.createObjectStore('drafts', { keyPath: 'id' });
  drafts.createIndex('place', ['author', 'place']);
  database.createObjectStore('keys');
  database.createObjectStore('queues');
  database.createObjectStore('copies', { keyPath: ['author', 'of'] });
  database.createObjectStore('tokens');
}

function createDeviceFiless(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('files', { keyPath: 'id' }).createIndex('author', 'author');
  database.createObjectStore('filePieces', { keyPath: ['file', 'number'] });
  const transfers = database.createObjectStore('transfers', {
    keyPath: ['author', 'entry', 'file'],
  });
  transfers.createIndex('author', 'author');
  transfers.createIndex('file', 'file');
}

/** WebKit sometimes closes a connection by itself; every later use of it then fails. */
function isCutOff(error: unknown): boolean {
  return (
    isAborted(error) ||
    (error instanceof DOMException &&
      !isBlocked(error) &&
      /^(InvalidState|Unknown)Error$/.test(error.name))
  );
}

/** We abort transactions when the page is left. */
function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

type Writable<Name extends StoreNames<Schema>> = IDBPObjectStore<Schema, [Name], Name, 'readwrite'>;

/** A write that is committed at once, so that leaving the page right after does not abort it. */
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
