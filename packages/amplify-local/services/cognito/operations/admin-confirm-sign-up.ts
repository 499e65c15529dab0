import { personIn } from '../pool/admin-input.ts';
import { refuse } from '../pool/cognito-failure.ts';
import type { Input } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';

/** An administrator confirms somebody who signed up. Their address remains unverified. */
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
