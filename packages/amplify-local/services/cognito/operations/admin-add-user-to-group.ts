import { groupIn, personIn } from '../pool/admin-input.ts';
import type { Input } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Takes effect in the person's next tokens. */
export function adminAddUserToGroup(pool: Pool, input: Input): object {
  const person = personIn(pool, input);
  const group = groupIn(pool, input);
  person.groups = [...new Set([...person.groups, group])];
  return {};
}
