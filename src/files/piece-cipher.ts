import type { Sealed } from '../device/device-database.ts';
import { withTimeout } from '../device/timeout.ts';

/** Bytes of a piece: small enough for a phone's memory, large enough that there are few. */
export const pieceSize = 1024 * 1024;

const algorithm = { name: 'AES-GCM', length: 256 };

/** Milliseconds for a piece. */
const timeout = 10_000;

/**
 * A key for one file, which no script can export. It is stored with the file: a claimed file changes hands without
 * being encrypted again, and a deleted one cannot be read from what the disk may have left of it.
 */
export function createFileKey(): Promise<CryptoKey> {
  return withTimeout(
    'storage',
    timeout,
    crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']),
  );
}

/** @param at the file's id, and the number of the piece: a piece cannot be read as another one */
export async function sealPiece(
  key: CryptoKey,
  at: readonly [file: string, number: number],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const how = parametersOf(nonce, at);
  const sealing = withTimeout('storage', timeout, crypto.subtle.encrypt(how, key, bytes));
  return { nonce, bytes: await sealing };
}

export async function openPiece(
  key: CryptoKey,
  at: readonly [file: string, number: number],
  { nonce, bytes }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const how = parametersOf(nonce, at);
  const opening = withTimeout('storage', timeout, crypto.subtle.decrypt(how, key, bytes));
  return new Uint8Array(await opening);
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, at: readonly [string, number]) {
  return { name: algorithm.name, iv, additionalData: new TextEncoder().encode(at.join('/')) };
}
