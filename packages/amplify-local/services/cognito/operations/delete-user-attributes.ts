import { signedInPerson } from '../sign-in/access-token.ts';
import { checkComplete, checkMutable, checkWritable } from '../pool/user-attributes.ts';
import { type Input, textListIn } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Removes attributes of the signed-in person, unless they are required. */
export function deleteUserAttributes(pool: Pool, input: Input): object {
  const { person, client } = signedInPerson(pool, input);
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
