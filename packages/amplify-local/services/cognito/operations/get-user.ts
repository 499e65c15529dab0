import { signedInPerson } from '../sign-in/access-token.ts';
import { attributesOnTheWire, readableAttributes } from '../pool/user-attributes.ts';
import type { Input } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Returns the signed-in person and their readable attributes. */
export function getUser(pool: Pool, input: Input): object {
  const { person, client } = signedInPerson(pool, input);
  return {
    Username: person.sub,
    UserAttributes: attributesOnTheWire(person.sub, readableAttributes(pool, client, person)),
  };
}
