import { write, type Database, type Sealed } from './device-database.ts';
import { isBlocked } from './storage-failure.ts';
import { unresponsiveIn, withTimeout } from './timeout.ts';

/**
 * Encrypts what is stored on the device, with a key for each person that no script can export. The browser stores
 * the key next to the data, so whoever copies both can read it. docs/offline.md says whom this protects from.
 */
export type Vault = {
  seal(author: string, value: unknown): Promise<Sealed>;
  /** Undefined if the key was deleted: then the data is lost as well. */
  open(author: string, sealed: Sealed): Promise<unknown>;
  /**
   * The secret that this device is known by where nobody has to sign in: docs/decisions/0059-open-forms.md. Made from
   * a key that no script can export. If the browser stores nothing, it lasts as long as the page.
   */
  readonly deviceKey: () => Promise<string>;
  /** The next one is another. */
  readonly forgetDeviceKey: () => Promise<void>;
};

/** The name under which the key of `deviceKey` is stored: no username has this form. */
export const deviceKeyName = '#device';

/** 16 bytes, which with the tag of 16 bytes are 256 bits that nobody can compute without the key. */
const deviceText = new TextEncoder().encode('formstead device');

const algorithm = { name: 'AES-GCM', length: 256 };

/** Milliseconds for an encryption, which usually takes one or two. */
const timeout = 10_000;

export function createVault(database: Database): Vault {
  let pageKey: string | undefined;

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

  async function storedDeviceKey(): Promise<string> {
    const key = await keyOf(deviceKeyName);
    // This key encrypts nothing else, so a constant nonce is safe.
    const how = { name: algorithm.name, iv: new Uint8Array(12) };
    const encrypting = withTimeout('storage', timeout, crypto.subtle.encrypt(how, key, deviceText));
    return toBase64Url(new Uint8Array(await encrypting));
  }

  return {
    async deviceKey() {
      return storedDeviceKey().catch((error: unknown) => {
        if (!isBlocked(error)) throw error;
        pageKey ??= toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
        return pageKey;
      });
    },
    async forgetDeviceKey() {
      pageKey = undefined;
      await database((it) => write(it, 'keys', (store) => store.delete(deviceKeyName)));
    },
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

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (it) =>
    it === '+' ? '-' : it === '/' ? '_' : '',
  );
}
