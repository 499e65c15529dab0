import { signedInPerson } from '../sign-in/access-token.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { verifyPassword } from '../sign-in/password-attempts.ts';
import { checkPasswordPolicy } from '../sign-in/password-policy.ts';
import { setPassword } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Replaces a password, given the old one. All sessions remain. */
export function changePassword(pool: Pool, input: Input): object {
  const { person } = signedInPerson(pool, input);
  const proposed = textIn(input, 'ProposedPassword');
  verifyPassword(pool, person, textIn(input, 'PreviousPassword'));
  checkPasswordPolicy(pool.settings.passwordPolicy, proposed);
  setPassword(pool, person, proposed);
  return {};
}
