import { personIn } from '../admin.ts';
import { type Input, textIn } from '../input.ts';
import { forgetWrongPasswords } from '../password-attempts.ts';
import { checkPassword } from '../password-policy.ts';
import { setPassword, setTemporaryPassword } from '../people.ts';
import type { Pool } from '../pool.ts';

/** An administrator chooses somebody's password: for good, or until they next sign in. */
export function adminSetUserPassword(pool: Pool, input: Input): object {
  const person = personIn(pool, input);
  const password = textIn(input, 'Password');
  checkPassword(pool.settings.passwordPolicy, password);

  forgetWrongPasswords(pool, person);
  if (input['Permanent'] === true) {
    setPassword(pool, person, password);
    person.status = 'CONFIRMED';
  } else setTemporaryPassword(pool, person, password);
  return {};
}
