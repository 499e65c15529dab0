import { personBehind } from '../access.ts';
import { checkComplete, checkMutable, checkWritable } from '../attributes.ts';
import { type Input, textListIn } from '../input.ts';
import type { Pool } from '../pool.ts';

/** I take back what nobody requires of me. */
export function deleteUserAttributes(pool: Pool, input: Input): object {
  const { person, client } = personBehind(pool, input);
  const names = textListIn(input, 'UserAttributeNames');
  checkMutable(pool, names);
  const attributes = Object.entries(person.attributes);
  checkWritable(
    pool,
    client,
    attributes.filter(([name]) => names.includes(name)),
  );
  const kept = attributes.filter(([name]) => !names.includes(name));
  checkComplete(pool, Object.fromEntries(kept));

  person.attributes = Object.fromEntries(kept);
  person.changedAt = pool.now();
  return {};
}
