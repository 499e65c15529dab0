import { personBehind } from '../access.ts';
import { checkMutable, checkWritable } from '../attributes.ts';
import { attributesIn, type Input } from '../input.ts';
import type { Pool } from '../pool.ts';
import { changeEmail } from '../email-change.ts';

/** I change what is known about me; a new address has to be proven where the pool verifies addresses. */
export function updateUserAttributes(pool: Pool, input: Input): object {
  const { person, client } = personBehind(pool, input);
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
