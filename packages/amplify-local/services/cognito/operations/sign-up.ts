import { checkComplete, checkWritable } from '../pool/user-attributes.ts';
import { sendCode } from '../pool/verification-codes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { attributesIn, type Input, textIn } from '../pool/operation-input.ts';
import { checkPasswordPolicy } from '../sign-in/password-policy.ts';
import { addPerson, isEmail, personByEmail } from '../pool/people.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';

/** Registers a person and mails a code to their address. */
export function signUp(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const { settings } = pool;
  const email = textIn(input, 'Username');
  const password = textIn(input, 'Password');
  const given = attributesIn(input, 'UserAttributes');
  const attributes = { ...Object.fromEntries(given), email };

  if (!settings.selfSignUp)
    refuse('NotAuthorizedException', 'SignUp is not permitted for this user pool');
  if (!isEmail(email)) refuse('InvalidParameterException', 'Username should be an email.');
  checkPasswordPolicy(settings.passwordPolicy, password);
  checkWritable(pool, client, given);
  checkComplete(pool, attributes);
  if (personByEmail(pool, email)) refuse('UsernameExistsException', 'User already exists');

  const person = addPerson(pool, {
    attributes: { ...attributes, email_verified: 'false' },
    password,
    status: 'UNCONFIRMED',
  });
  return {
    UserConfirmed: false,
    UserSub: person.sub,
    ...(settings.verifiesEmail && { CodeDeliveryDetails: sendCode(pool, person, 'sign-up') }),
  };
}
