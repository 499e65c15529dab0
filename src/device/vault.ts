import type { Database, Sealed } from './database.ts';
import { unresponsiveIn, withTimeout } from './timeout.ts';

/**
 * Seals what lies on the device, with a key for each person that no script can export. The browser keeps the
 * key beside what it seals, so this is no protection from who copies both: docs/offline.md says from whom it is.
 */
export type Vault = {
  seal(author: string, value: unknown): Promise<Sealed>;
  /** Nothing where the key is gone: then what it sealed is gone as well. */
  open(author: string, sealed: Sealed): Promise<unknown>;
};

const algorithm = { name: 'AES-GCM', length: 256 };

/** Milliseconds for a seal, which takes one or two. */
const patience = 10_000;

export function createVault(database: Database): Vault {
  async function keyOf(author: string): Promise<CryptoKey> {
    const kept = await database((it) => it.get('keys', author));
    if (kept) return kept;
    const made = await withTimeout(
      'storage',
      patience,
      crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']),
    );
    return database(async (it) => {
      const { store, done } = it.transaction('keys', 'readwrite');
      // Another tab may have made one meanwhile.
      const other = await store.get(author);
      if (!other) await store.put(made, author);
      await done;
      return other ?? made;
    });
  }

  return {
    async seal(author, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const how = { name: algorithm.name, iv: nonce };
      const key = await keyOf(author);
      const sealing = withTimeout('storage', patience, crypto.subtle.encrypt(how, key, text));
      return { nonce, bytes: await sealing };
    },

    async open(author, { nonce, bytes }) {
      const key = await database((it) => it.get('keys', author));
      if (!key) return undefined;
      try {
        const how = { name: algorithm.name, iv: nonce };
        const text = withTimeout('storage', patience, crypto.subtle.decrypt(how, key, bytes));
        return JSON.parse(new TextDecoder().decode(await text));
      } catch (error) {
        if (unresponsiveIn(error)) throw error;
        return undefined;
      }
    },
  };
}
