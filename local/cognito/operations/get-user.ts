import { personBehind } from '../access.ts';
import { attributesOnTheWire, readableAttributes } from '../attributes.ts';
import type { Input } from '../input.ts';
import type { Pool } from '../pool.ts';

/** Who I am. */
export function getUser(pool: Pool, input: Input): object {
  const { person, client } = personBehind(pool, input);
  return {
    Username: person.sub,
    UserAttributes: attributesOnTheWire(person.sub, readableAttributes(pool, client, person)),
  };
}
