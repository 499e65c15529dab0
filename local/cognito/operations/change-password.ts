import { personBehind } from '../access.ts';
import { type Input, textIn } from '../input.ts';
import { provePassword } from '../password-attempts.ts';
import { checkPassword } from '../password-policy.ts';
import { setPassword } from '../people.ts';
import type { Pool } from '../pool.ts';

/** A new password for the old one. Sessions stay, here and elsewhere. */
export function changePassword(pool: Pool, input: Input): object {
  const { person } = personBehind(pool, input);
  const proposed = textIn(input, 'ProposedPassword');
  provePassword(pool, person, textIn(input, 'PreviousPassword'));
  checkPassword(pool.settings.passwordPolicy, proposed);
  setPassword(pool, person, proposed);
  return {};
}
