import { checkCode, spendCode } from '../codes.ts';
import { refuse } from '../failure.ts';
import { type Input, textIn } from '../input.ts';
import { isDecoy, personOrDecoy } from '../people.ts';
import { clientIn, type Pool } from '../pool.ts';

/** The code from the mail proves the address, and the person may sign in. */
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
