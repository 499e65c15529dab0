import { checkComplete, checkWritable } from '../pool/user-attributes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { parameterIn, type Input } from '../pool/operation-input.ts';
import { checkPasswordPolicy } from './password-policy.ts';
import { personNamed, setPassword } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { newSessionTokens } from './complete-sign-in.ts';

const prefix = 'userAttributes.';

/** NEW_PASSWORD_REQUIRED: replaces a password set by an administrator. After a weak one people may try again. */
export function newPassword(
  pool: Pool,
  client: ClientSettings,
  session: string,
  responses: Input,
): object {
  const { sub } = pool.challenges.find(client, session, 'new-password');
  const person = personNamed(pool, sub);
  if (!person) return refuse('UserNotFoundException', 'User does not exist.');

  const password = parameterIn(responses, 'NEW_PASSWORD');
  const attributes = attributesAmong(responses);
  checkPasswordPolicy(pool.settings.passwordPolicy, password);
  checkWritable(pool, client, attributes);
  checkComplete(pool, { ...person.attributes, ...Object.fromEntries(attributes) });

  pool.challenges.close(session);
  setPassword(pool, person, password);
  Object.assign(person.attributes, Object.fromEntries(attributes));
  person.status = 'CONFIRMED';
  return newSessionTokens(pool, client, person);
}

function attributesAmong(responses: Input): [name: string, value: string][] {
  return Object.keys(responses)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), parameterIn(responses, name)]);
}
