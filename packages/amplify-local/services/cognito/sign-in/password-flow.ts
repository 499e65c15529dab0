import { type Input, parameterIn } from '../pool/operation-input.ts';
import { verifyPassword } from './password-attempts.ts';
import { personOrDecoy } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** Sign-in with the password itself. */
export function byPassword(pool: Pool, client: ClientSettings, parameters: Input): object {
  const person = personOrDecoy(pool, client, parameterIn(parameters, 'USERNAME'));
  verifyPassword(pool, person, parameterIn(parameters, 'PASSWORD'));
  return completeSignIn(pool, client, person.sub);
}
