import { signedInPerson } from '../sign-in/access-token.ts';
import { checkCode, spendCode } from '../pool/verification-codes.ts';
import { confirmEmail, refuseUnverifiable } from '../pool/email-change.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Verifies an address, given the mailed code. */
export function verifyUserAttribute(pool: Pool, input: Input): object {
  const { person } = signedInPerson(pool, input);
  refuseUnverifiable(textIn(input, 'AttributeName'));
  checkCode(pool, person, 'email', textIn(input, 'Code'));
  confirmEmail(pool, person);
  spendCode(pool, person, 'email');
  return {};
}
