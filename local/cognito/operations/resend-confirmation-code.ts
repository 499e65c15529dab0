import { sendCode } from '../codes.ts';
import { refuse } from '../failure.ts';
import { type Input, textIn } from '../input.ts';
import { deliveryTo } from '../mail.ts';
import { personOrDecoy } from '../people.ts';
import { clientIn, type Pool } from '../pool.ts';

/** A new code for somebody who signed up; the earlier one stops working. */
export function resendConfirmationCode(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const username = textIn(input, 'Username');
  const person = personOrDecoy(pool, client, username);
  if (person.status === 'UNCONFIRMED')
    return { CodeDeliveryDetails: sendCode(pool, person, 'sign-up') };
  if (client.hidesWhoExists) return { CodeDeliveryDetails: deliveryTo(username) };
  return refuse('InvalidParameterException', 'User is already confirmed.');
}
