import { randomBytes } from 'node:crypto';
import { sameSecret } from '../pool/secret-digest.ts';
import { srpVerifier } from './srp.ts';

/** What is stored of a password: enough to verify it, not enough to recover it. Both are hexadecimal. */
export type StoredPassword = { readonly salt: string; readonly verifier: string };

export function storedPassword(poolId: string, sub: string, password: string): StoredPassword {
  const salt = randomBytes(16).toString('hex');
  return { salt, verifier: srpVerifier({ poolId, sub }, salt, password) };
}

export function isPassword(
  poolId: string,
  sub: string,
  stored: StoredPassword,
  password: string,
): boolean {
  return sameSecret(stored.verifier, srpVerifier({ poolId, sub }, stored.salt, password));
}
