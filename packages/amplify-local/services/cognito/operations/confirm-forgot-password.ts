import { checkCode, spendCode } from '../pool/verification-codes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { clearPasswordFailures } from '../sign-in/password-attempts.ts';
import { checkPasswordPolicy } from '../sign-in/password-policy.ts';
import { isDecoy, personOrDecoy, setPassword } from '../pool/people.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';

/** Sets a new password, given the mailed code. As in AWS, other sessions remain: only GlobalSignOut ends them. */
export function confirmForgotPassword(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const person = personOrDecoy(pool, client, textIn(input, 'Username'));
  const code = textIn(input, 'ConfirmationCode');
  const password = textIn(input, 'Password');

  checkPasswordPolicy(pool.settings.passwordPolicy, password);
  if (isDecoy(pool, person))
    refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
  checkCode(pool, person, 'reset', code);

  spendCode(pool, person, 'reset');
  clearPasswordFailures(pool, person);
  setPassword(pool, person, password);
  return {};
}
