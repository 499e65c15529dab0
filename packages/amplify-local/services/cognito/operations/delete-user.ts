import { signedInPerson } from '../tokens/access-token.ts';
import type { Input } from '../pool/operation-input.ts';
import { removePerson } from '../people/people.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Deletes the signed-in person with everything stored about them. */
export function deleteUser(pool: Pool, input: Input): object {
  removePerson(pool, signedInPerson(pool, input).person);
  return {};
}
