import { personIn } from '../pool/admin-input.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { clearPasswordFailures } from '../sign-in/password-attempts.ts';
import { checkPasswordPolicy } from '../sign-in/password-policy.ts';
import { setPassword, setTemporaryPassword } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';

/** An administrator sets a person's password, permanently or until the next sign-in. */
export function adminSetUserPassword(pool: Pool, input: Input): object {
  const person = personIn(pool, input);
  const password = textIn(input, 'Password');
  checkPasswordPolicy(pool.settings.passwordPolicy, password);

  clearPasswordFailures(pool, person);
  if (input['Permanent'] === true) {
    setPassword(pool, person, password);
    person.status = 'CONFIRMED';
  } else setTemporaryPassword(pool, person, password);
  return {};
}
