import { hash } from './node-crypto.ts';

/** The first 96 bits of SHA-256: enough that two texts of one person never collide by chance. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
