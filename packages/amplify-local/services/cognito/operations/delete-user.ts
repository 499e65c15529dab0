import { signedInPerson } from '../sign-in/access-token.ts';
import type { Input } from '../pool/operation-input.ts';
import { removePerson } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Deletes the signed-in person with everything stored about them. */
export function deleteUser(pool: Pool, input: Input): object {
  removePerson(pool, signedInPerson(pool, input).person);
  return {};
}
