import type { Result } from '#core/values/result.ts';
import type { NoToken } from './no-token.ts';

/**
 * The author of changes made while nobody was signed in. Those to open forms are the device's own, and are sent with
 * its key. All others wait until somebody claims them.
 */
export const nobody = '';

export type Person = {
  readonly username: string;
  readonly email: string;
  /** In the group `owners`, who may see everybody's responses. Only for display: the API checks it. */
  readonly isOwner?: true;
  /** Their session has expired. They can fill in and save as before, but have to sign in before it is sent. */
  readonly sessionExpired?: true;
};

export type SignedIn = { readonly token: string; readonly person: Person };

/** The token of whoever is signed in, as the API needs it. */
export type Tokens = {
  /** The token of whoever is signed in now, renewed if `fresh`. */
  token(options?: { readonly fresh: boolean }): Promise<Result<SignedIn, NoToken>>;
  /** To be called when the server refuses even a fresh token. */
  expire(): Promise<void>;
};

/** The part of Amplify that the session uses. Its methods throw when Cognito cannot be reached. */
export type Identity = {
  signedIn(options: { readonly fresh: boolean }): Promise<SignedIn | undefined>;
  /** Whether the session was ended by somebody. If it only expired, the person stays known on this device. */
  isRevoked(): Promise<boolean>;
  signOut(): Promise<void>;
  onChange(listener: (isSignedIn: boolean) => void): void;
};
