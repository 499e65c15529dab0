import { signedInPerson } from '../tokens/access-token.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { verifyPassword } from '../passwords/password-attempts.ts';
import { checkPasswordPolicy } from '../passwords/password-policy.ts';
import { setPassword } from '../people/people.ts';
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
