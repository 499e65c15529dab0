import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { StoredPassword } from '../sign-in/stored-password.ts';

/** Everything the pool stores, as it is in the state file. Times are milliseconds since 1970. */
export type PoolState = {
  readonly poolId: string;
  /** PKCS #8. It is stored so that sessions survive a restart. */
  readonly signingKey: string;
  /** Generates the salts of people who do not exist. */
  readonly decoySecret: string;
  readonly people: Record<string, Person>;
  /** By the SHA-256 of their first refresh token. */
  readonly sessions: Record<string, Session>;
  /** The times of recent attempts at anything limited, by what it is and whose. */
  readonly attempts: Record<string, number[]>;
};

export type Person = {
  /** Their `sub` and, as they sign in by e-mail, also their user name. */
  readonly sub: string;
  status: 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  password: StoredPassword;
  /** Set while the password is one that an administrator chose. */
  temporaryUntil?: number;
  attributes: Attributes;
  /** A new address, used once it is verified. */
  pendingEmail?: string;
  groups: string[];
  codes: Partial<Record<CodePurpose, StoredCode>>;
  readonly createdAt: number;
  changedAt: number;
};

/** Values by attribute name; attributes that were never set are missing. */
export type Attributes = Record<string, string>;

/** What a mailed code is for. */
export type CodePurpose = 'sign-up' | 'reset' | 'email';
export type StoredCode = { readonly digest: string; readonly expiresAt: number };

/** One sign-in. Every token issued for it contains its ids. */
export type Session = {
  readonly eventId: string;
  readonly originJti: string;
  readonly sub: string;
  readonly clientId: string;
  readonly signedInAt: number;
  readonly expiresAt: number;
  revoked: boolean;
  /** Digests of later refresh tokens, if the client rotates them. */
  later?: string[];
  /** When each refresh token was used, if it can be used only once. */
  used?: Record<string, number>;
};

/** The state of a new pool. */
export function emptyState(poolId: string): PoolState {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const decoySecret = randomBytes(32).toString('hex');
  return { poolId, signingKey: privateKey, decoySecret, people: {}, sessions: {}, attempts: {} };
}
