import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Attributes } from './attributes.ts';
import type { CodePurpose, StoredCode } from './codes.ts';
import type { StoredPassword } from './password.ts';

/** Everything the pool remembers, as it lies in the state file. Times are milliseconds since 1970. */
export type State = {
  readonly poolId: string;
  /** PKCS #8, so that sessions outlive a restart. */
  readonly signingKey: string;
  /** Makes the salts shown for people who do not exist. */
  readonly decoySecret: string;
  readonly people: Record<string, Person>;
  /** By the SHA-256 of their first refresh token. */
  readonly sessions: Record<string, Session>;
  /** When something limited was last tried, by what and whose. */
  readonly attempts: Record<string, number[]>;
};

export type Person = {
  /** Their `sub` and, since they sign in by e-mail, their user name too. */
  readonly sub: string;
  status: 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  password: StoredPassword;
  /** Set while the password is one an administrator chose. */
  temporaryUntil?: number;
  attributes: Attributes;
  /** A new address that is theirs once they prove it. */
  pendingEmail?: string;
  groups: string[];
  codes: Partial<Record<CodePurpose, StoredCode>>;
  readonly createdAt: number;
  changedAt: number;
};

/** One sign-in; every token that came of it carries its ids. */
export type Session = {
  readonly eventId: string;
  readonly originJti: string;
  readonly sub: string;
  readonly clientId: string;
  readonly signedInAt: number;
  readonly expiresAt: number;
  revoked: boolean;
  /** Of the refresh tokens that took the first one's place, where they rotate. */
  later?: string[];
  /** When each refresh token was used, where that is only once. */
  used?: Record<string, number>;
};

/** A pool nobody has signed up to. */
export function emptyState(poolId: string): State {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const decoySecret = randomBytes(32).toString('hex');
  return { poolId, signingKey: privateKey, decoySecret, people: {}, sessions: {}, attempts: {} };
}
