import { personBehind } from '../access.ts';
import { sendCode } from '../codes.ts';
import { type Input, textIn } from '../input.ts';
import { refuseUnverifiable } from '../email-change.ts';
import type { Pool } from '../pool.ts';

/** A new code for an address that is still to be proven. */
export function getUserAttributeVerificationCode(pool: Pool, input: Input): object {
  const { person } = personBehind(pool, input);
  refuseUnverifiable(textIn(input, 'AttributeName'));
  return { CodeDeliveryDetails: sendCode(pool, person, 'email', person.pendingEmail) };
}
