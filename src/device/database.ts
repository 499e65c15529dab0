import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Queue } from '../outbox/queue.ts';

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

/** Opens the database when it is first used, and again after the browser has cut the connection. */
export type Database = <Value>(
  use: (database: IDBPDatabase<Schema>) => Promise<Value>,
) => Promise<Value>;

export function createDatabase(name = 'formstead'): Database {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const drop = () => void (opened = undefined);

  function open() {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(database) {
        const parcels = database.createObjectStore('parcels', {
          keyPath: 'place',
          autoIncrement: true,
        });
        parcels.createIndex('author', 'author');
        parcels.createIndex('entry', ['author', 'entry']);
        const drafts = database.createObjectStore('drafts', { keyPath: 'id' });
        drafts.createIndex('place', ['author', 'place']);
        database.createObjectStore('keys');
        database.createObjectStore('queues');
        database.createObjectStore('copies', { keyPath: ['author', 'of'] });
        database.createObjectStore('tokens');
      },
      // A newer version of the app in another tab must not wait for this one.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        drop();
      },
      terminated: drop,
    }).catch((error: unknown) => {
      drop();
      throw error;
    });
    return opened;
  }

  return async (use) => {
    try {
      return await use(await open());
    } catch (error) {
      if (!isCutOff(error)) throw error;
      drop();
      return use(await open());
    }
  };
}

/** WebKit closes connections behind a page's back; on the same one every later try fails as well. */
function isCutOff(error: unknown): boolean {
  return error instanceof DOMException && /^(InvalidState|Unknown)Error$/.test(error.name);
}
