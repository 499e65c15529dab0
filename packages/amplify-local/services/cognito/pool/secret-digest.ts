import { createHash, timingSafeEqual } from 'node:crypto';

/** Secrets are stored as digests, from which they cannot be read back. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two secrets are equal, compared in constant time. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}
