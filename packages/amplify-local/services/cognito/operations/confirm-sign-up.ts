import { checkCode, spendCode } from '../pool/verification-codes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { isDecoy, personOrDecoy } from '../pool/people.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';

/** The mailed code verifies the address, and the person may sign in. */
export function confirmSignUp(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const person = personOrDecoy(pool, client, textIn(input, 'Username'));
  if (person.status !== 'UNCONFIRMED' && !isDecoy(pool, person))
    refuse(
      'NotAuthorizedException',
      `User cannot be confirmed. Current status is ${person.status}`,
    );
  checkCode(pool, person, 'sign-up', textIn(input, 'ConfirmationCode'));

  spendCode(pool, person, 'sign-up');
  person.status = 'CONFIRMED';
  person.attributes['email_verified'] = 'true';
  person.changedAt = pool.now();
  // A client with USER_AUTH may turn this into tokens without asking for the password again.
  return client.authFlows.includes('USER_AUTH')
    ? { Session: pool.challenges.open(client, { kind: 'confirmed', sub: person.sub }) }
    : {};
}
