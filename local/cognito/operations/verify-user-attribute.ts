import { personBehind } from '../access.ts';
import { checkCode, spendCode } from '../codes.ts';
import { adoptEmail, refuseUnverifiable } from '../email-change.ts';
import { type Input, textIn } from '../input.ts';
import type { Pool } from '../pool.ts';

/** The code from the mail proves an address. */
export function verifyUserAttribute(pool: Pool, input: Input): object {
  const { person } = personBehind(pool, input);
  refuseUnverifiable(textIn(input, 'AttributeName'));
  checkCode(pool, person, 'email', textIn(input, 'Code'));
  adoptEmail(pool, person);
  spendCode(pool, person, 'email');
  return {};
}
