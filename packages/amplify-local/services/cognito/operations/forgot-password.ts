import { sendCode } from '../pool/verification-codes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { deliveryTo } from '../pool/account-mails.ts';
import { personOrDecoy } from '../pool/people.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';
import type { Person } from '../pool/pool-state.ts';

/** Mails a code for replacing a forgotten password, to a verified address only. */
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
