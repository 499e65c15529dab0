import { checkCode, spendCode } from '../codes.ts';
import { refuse } from '../failure.ts';
import { type Input, textIn } from '../input.ts';
import { forgetWrongPasswords } from '../password-attempts.ts';
import { checkPassword } from '../password-policy.ts';
import { isDecoy, personOrDecoy, setPassword } from '../people.ts';
import { clientIn, type Pool } from '../pool.ts';

/** A new password for the mailed code. As in Cognito, sessions elsewhere stay: only GlobalSignOut ends them. */
export function confirmForgotPassword(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const person = personOrDecoy(pool, client, textIn(input, 'Username'));
  const code = textIn(input, 'ConfirmationCode');
  const password = textIn(input, 'Password');

  checkPassword(pool.settings.passwordPolicy, password);
  if (isDecoy(pool, person))
    refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
  checkCode(pool, person, 'reset', code);

  spendCode(pool, person, 'reset');
  forgetWrongPasswords(pool, person);
  setPassword(pool, person, password);
  return {};
}
