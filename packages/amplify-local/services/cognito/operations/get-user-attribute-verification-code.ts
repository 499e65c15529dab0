import { signedInPerson } from '../sign-in/access-token.ts';
import { sendCode } from '../pool/verification-codes.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { refuseUnverifiable } from '../pool/email-change.ts';
import type { Pool } from '../pool/user-pool.ts';

/** Mails a new code for an address that is not verified yet. */
export function getUserAttributeVerificationCode(pool: Pool, input: Input): object {
  const { person } = signedInPerson(pool, input);
  refuseUnverifiable(textIn(input, 'AttributeName'));
  return { CodeDeliveryDetails: sendCode(pool, person, 'email', person.pendingEmail) };
}
