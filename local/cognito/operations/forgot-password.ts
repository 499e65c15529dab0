import { sendCode } from '../codes.ts';
import { refuse } from '../failure.ts';
import { type Input, textIn } from '../input.ts';
import { deliveryTo } from '../mail.ts';
import { personOrDecoy } from '../people.ts';
import { clientIn, type Pool } from '../pool.ts';
import type { Person } from '../state.ts';

/** A code with which a forgotten password may be replaced, to a proven address. */
export function forgotPassword(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const username = textIn(input, 'Username');
  const person = personOrDecoy(pool, client, username);

  if (pool.settings.recovery === 'admin_only')
    refuse('NotAuthorizedException', 'Contact administrator to reset password.');
  if (person.status === 'FORCE_CHANGE_PASSWORD')
    refuse('NotAuthorizedException', 'User password cannot be reset in the current state.');
  if (isReachable(person)) return { CodeDeliveryDetails: sendCode(pool, person, 'reset') };
  if (client.hidesWhoExists) return { CodeDeliveryDetails: deliveryTo(username) };
  return refuse(
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}

function isReachable({ status, attributes }: Person): boolean {
  return status === 'CONFIRMED' && attributes['email_verified'] === 'true';
}
