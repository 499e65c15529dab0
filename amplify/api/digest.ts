import { hash } from '../node-crypto.ts';

/** 96 bits of SHA-256: two answers of one person never meet in it by chance. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
