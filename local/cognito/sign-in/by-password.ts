import { type Input, parameterIn } from '../input.ts';
import { provePassword } from '../password-attempts.ts';
import { personOrDecoy } from '../people.ts';
import type { Pool } from '../pool.ts';
import type { ClientSettings } from '../settings.ts';
import { tokensFor } from './tokens-for.ts';

/** The password itself, sent to be checked. */
export function byPassword(pool: Pool, client: ClientSettings, parameters: Input): object {
  const person = personOrDecoy(pool, client, parameterIn(parameters, 'USERNAME'));
  provePassword(pool, person, parameterIn(parameters, 'PASSWORD'));
  return tokensFor(pool, client, person.sub);
}
