import { personIn } from '../admin.ts';
import { refuse } from '../failure.ts';
import type { Input } from '../input.ts';
import type { Pool } from '../pool.ts';

/** An administrator vouches for somebody who signed up. Their address stays unproven. */
export function adminConfirmSignUp(pool: Pool, input: Input): object {
  const person = personIn(pool, input);
  if (person.status !== 'UNCONFIRMED')
    refuse(
      'NotAuthorizedException',
      `User cannot be confirmed. Current status is ${person.status}`,
    );
  person.status = 'CONFIRMED';
  person.changedAt = pool.now();
  return {};
}
