import { personBehind } from '../access.ts';
import type { Input } from '../input.ts';
import { removePerson } from '../people.ts';
import type { Pool } from '../pool.ts';

/** I leave, and nothing of me stays. */
export function deleteUser(pool: Pool, input: Input): object {
  removePerson(pool, personBehind(pool, input).person);
  return {};
}
