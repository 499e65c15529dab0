import { signedInPerson } from '../sign-in/access-token.ts';
import { checkMutable, checkWritable } from '../pool/user-attributes.ts';
import { attributesIn, type Input } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';
import { changeEmail } from '../pool/email-change.ts';

/** Changes attributes of the signed-in person. A new address must be verified if the pool verifies addresses. */
export function updateUserAttributes(pool: Pool, input: Input): object {
  const { person, client } = signedInPerson(pool, input);
  const given = attributesIn(input, 'UserAttributes');
  checkWritable(pool, client, given);
  checkMutable(
    pool,
    given.map(([name]) => name),
  );

  const { email, ...others } = Object.fromEntries(given);
  const deliveries = email === undefined ? [] : changeEmail(pool, person, email);
  Object.assign(person.attributes, others);
  person.changedAt = pool.now();
  return { CodeDeliveryDetailsList: deliveries };
}
