import { randomBytes } from 'node:crypto';
import { sameSecret } from './secret.ts';
import { srpVerifier } from './srp.ts';

/** All there is to keep of a password: enough to check one, too little to know it. Both hexadecimal. */
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
