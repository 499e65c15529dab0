import type { Database, Sealed } from './device-database.ts';
import { unresponsiveIn, withTimeout } from './timeout.ts';

/**
 * Encrypts what is stored on the device, with a key for each person that no script can export. The browser stores
 * the key next to the data, so whoever copies both can read it. docs/offline.md says whom this protects from.
 */
export type Vault = {
  seal(author: string, value: unknown): Promise<Sealed>;
  /** Undefined if the key was deleted: then the data is lost as well. */
  open(author: string, sealed: Sealed): Promise<unknown>;
};

const algorithm = { name: 'AES-GCM', length: 256 };

/** Milliseconds for an encryption, which usually takes one or two. */
const timeout = 10_000;

export function createVault(database: Database): Vault {
  async function keyOf(author: string): Promise<CryptoKey> {
    const stored = await database((it) => it.get('keys', author));
    if (stored) return stored;
    const made = await withTimeout(
      'storage',
      timeout,
      crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']),
    );
    return database(async (it) => {
      const { store, done } = it.transaction('keys', 'readwrite');
      // Another tab may have stored one meanwhile.
      const other = await store.get(author);
      if (!other) await store.put(made, author);
      await done;
      return other ?? made;
    });
  }

  return {
    async seal(author, value) {
      // First, because the disk answers after the browser has drawn the key that somebody has just pressed.
      const key = await keyOf(author);
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const how = { name: algorithm.name, iv: nonce };
      const sealing = withTimeout('storage', timeout, crypto.subtle.encrypt(how, key, text));
      return { nonce, bytes: await sealing };
    },

    async open(author, { nonce, bytes }) {
      const key = await database((it) => it.get('keys', author));
      if (!key) return undefined;
      try {
        const how = { name: algorithm.name, iv: nonce };
        const text = withTimeout('storage', timeout, crypto.subtle.decrypt(how, key, bytes));
        return JSON.parse(new TextDecoder().decode(await text));
      } catch (error) {
        if (unresponsiveIn(error)) throw error;
        return undefined;
      }
    },
  };
}
