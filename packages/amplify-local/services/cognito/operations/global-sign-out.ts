import { signedInPerson } from '../sign-in/access-token.ts';
import type { Input } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';
import { revokeSessionsOf } from '../sign-in/sign-in-sessions.ts';

/** Ends all sessions of the signed-in person. */
export function globalSignOut(pool: Pool, input: Input): object {
  revokeSessionsOf(pool, signedInPerson(pool, input).person);
  return {};
}
