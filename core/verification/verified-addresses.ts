import type { EntryKey } from '../entries/store/entry-store.ts';
import type { Verification } from './verification.ts';

/** Makes the tokens in links to verify an address, and recognizes those that it made. */
export type VerificationTokens = {
  make(verification: Verification): Promise<string>;
  /** What a token says, if this deployment has made it. */
  open(token: string): Promise<Verification | undefined>;
  /** A keyed digest of an address, from which nobody can find the address. */
  digestOf(address: string): Promise<string>;
};

/** The addresses that somebody has verified, of each author and form. */
export type VerifiedAddresses = {
  isVerified(entry: Pick<EntryKey, 'username' | 'form'>, address: string): Promise<boolean>;
  /** Records it, and asks for the confirmation of its entry, once. Idempotent. */
  add(verification: Verification): Promise<void>;
  /** Forgets what was verified with an entry. Idempotent. */
  forget(entry: EntryKey): Promise<void>;
};
