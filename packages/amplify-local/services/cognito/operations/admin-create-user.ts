import { checkPoolIn } from '../pool/admin-input.ts';
import { attributesOnTheWire, checkComplete, checkValue } from '../pool/user-attributes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { attributesIn, type Input, optionalTextIn, textIn } from '../pool/operation-input.ts';
import { invitationMail } from '../pool/account-mails.ts';
import { checkPasswordPolicy, temporaryPassword } from '../sign-in/password-policy.ts';
import { addPerson, isEmail, personByEmail, setTemporaryPassword } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { Person } from '../pool/pool-state.ts';

/** An administrator adds a person, who gets a temporary password by mail to replace at the first sign-in. */
export function adminCreateUser(pool: Pool, input: Input): object {
  checkPoolIn(pool, input);
  const email = textIn(input, 'Username');
  const action = optionalTextIn(input, 'MessageAction');
  const password =
    optionalTextIn(input, 'TemporaryPassword') ?? temporaryPassword(pool.settings.passwordPolicy);
  if (!isEmail(email)) refuse('InvalidParameterException', 'Username should be an email.');
  checkPasswordPolicy(pool.settings.passwordPolicy, password);

  const person =
    action === 'RESEND' ? invitedBefore(pool, email) : added(pool, input, email, password);
  setTemporaryPassword(pool, person, password);
  if (action !== 'SUPPRESS') pool.send(invitationMail(pool.settings, email, password));
  return { User: onTheWire(person) };
}

function added(pool: Pool, input: Input, email: string, password: string): Person {
  if (personByEmail(pool, email)) refuse('UsernameExistsException', 'User account already exists');
  const given = attributesIn(input, 'UserAttributes');
  const attributes = { email_verified: 'false', ...Object.fromEntries(given), email };
  for (const [name, value] of given) checkValue(pool, name, value);
  checkComplete(pool, attributes);
  return addPerson(pool, { attributes, password, status: 'FORCE_CHANGE_PASSWORD' });
}

function invitedBefore(pool: Pool, email: string): Person {
  const person = personByEmail(pool, email);
  if (!person) return refuse('UserNotFoundException', 'User does not exist.');
  if (person.status !== 'FORCE_CHANGE_PASSWORD')
    refuse(
      'UnsupportedUserStateException',
      `Resend not possible. ${email} status is not FORCE_CHANGE_PASSWORD`,
    );
  return person;
}

function onTheWire(person: Person): object {
  return {
    Username: person.sub,
    Attributes: attributesOnTheWire(person.sub, Object.entries(person.attributes)),
    UserCreateDate: person.createdAt / 1000,
    UserLastModifiedDate: person.changedAt / 1000,
    Enabled: true,
    UserStatus: person.status,
  };
}
