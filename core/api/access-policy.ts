import { getOwn } from '../values/own-property.ts';
import type { Who } from './api-routes.ts';

/** The caller of a request, according to the authorizer. */
export type Caller = {
  readonly username: string;
  readonly groups: readonly string[];
  /** The address of the account, if it is verified. */
  readonly email?: string;
};

/** Before the hash of a device's key, as the username of an author without an account. */
const deviceAuthorPrefix = 'open#';

/** The author of a device's entries in open forms. */
export function deviceAuthor(hash: string): Caller {
  return { username: deviceAuthorPrefix + hash, groups: [] };
}

/** Whether an author is a device. */
export function isDeviceAuthor(username: string): boolean {
  return username.startsWith(deviceAuthorPrefix);
}

/** 256 random bits in base64url. */
export const deviceKeyPattern = /^[A-Za-z0-9_-]{43}$/;

/** The Cognito group whose members may read all responses. They can change none, because an entry is looked up under the caller's name. */
const owners = 'owners';

/** One rule per audience. Authors need no check: entries of other people are never found. */
const rules: Readonly<Record<Who, (caller: Caller) => boolean>> = {
  person: () => true,
  author: () => true,
  owner: ({ groups }) => groups.includes(owners),
};

/** Whether a caller may use a route. Without a rule, nobody may. */
export function may(caller: Caller, who: Who): boolean {
  return getOwn(rules, who)?.(caller) ?? false;
}

/** The email address in the claims of an ID token, if it is verified. */
export function verifiedEmail(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: isVerified } = claims;
  return typeof email === 'string' && String(isVerified) === 'true' ? email : undefined;
}

/** API Gateway's REST API passes claims as text: `cognito:groups` is `a,b`. */
export function groupsIn(claim: unknown): readonly string[] {
  return typeof claim === 'string' && claim !== '' ? claim.split(',') : [];
}
