import { sendCode } from '../pool/verification-codes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { deliveryTo } from '../pool/account-mails.ts';
import { personOrDecoy } from '../pool/people.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';

/** Mails a new sign-up code; the previous one stops working. */
export function resendConfirmationCode(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const username = textIn(input, 'Username');
  const person = personOrDecoy(pool, client, username);
  if (person.status === 'UNCONFIRMED')
    return { CodeDeliveryDetails: sendCode(pool, person, 'sign-up') };
  if (client.hidesWhoExists) return { CodeDeliveryDetails: deliveryTo(username) };
  return refuse('InvalidParameterException', 'User is already confirmed.');
}
