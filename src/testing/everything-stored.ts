import { openDB } from 'idb';
import type { Sealed } from '../device/device-database.ts';

/**
 * For tests: everything in the browser's storage as one text, decrypted with the stored keys. It reads every store,
 * including ones that are added later.
 * @param database its name
 */
export async function everythingStored(database: string): Promise<string> {
  const stored = await decrypted(database);
  const others = JSON.stringify([window.localStorage, window.sessionStorage, window.history.state]);
  return [stored, others, window.location.href, document.cookie].join('\n');
}

/**
 * For tests: what a database says, decrypted with the stored keys.
 * @param stores all by default
 */
export async function decrypted(database: string, stores?: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const disk = await openDB(database);
  for (const name of stores ?? disk.objectStoreNames)
    for (const record of await disk.getAll(name)) await read(record, record);
  disk.close();
  return parts.join('\n');

  async function read(value: unknown, record: { readonly author?: string }): Promise<void> {
    if (isSealed(value)) parts.push(await unsealed(value, record.author ?? ''));
    else if (typeof value === 'object' && value !== null)
      for (const [key, it] of Object.entries(value)) {
        parts.push(key);
        await read(it, record);
      }
    else parts.push(String(value));
  }

  async function unsealed({ nonce, bytes }: Sealed, author: string): Promise<string> {
    const key = (await disk.get('keys', author)) as CryptoKey | undefined;
    if (!key) return '';
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
    return new TextDecoder().decode(text);
  }
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'nonce' in value && 'bytes' in value;
}
