import { checkComplete, checkWritable } from '../attributes.ts';
import { refuse } from '../failure.ts';
import { parameterIn, type Input } from '../input.ts';
import { checkPassword } from '../password-policy.ts';
import { personNamed, setPassword } from '../people.ts';
import type { Pool } from '../pool.ts';
import type { ClientSettings } from '../settings.ts';
import { signedIn } from './tokens-for.ts';

const prefix = 'userAttributes.';

/** NEW_PASSWORD_REQUIRED: somebody replaces the password an administrator gave them. A weak one may be tried again. */
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
  checkPassword(pool.settings.passwordPolicy, password);
  checkWritable(pool, client, attributes);
  checkComplete(pool, { ...person.attributes, ...Object.fromEntries(attributes) });

  pool.challenges.close(session);
  setPassword(pool, person, password);
  Object.assign(person.attributes, Object.fromEntries(attributes));
  person.status = 'CONFIRMED';
  return signedIn(pool, client, person);
}

function attributesAmong(responses: Input): [name: string, value: string][] {
  return Object.keys(responses)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), parameterIn(responses, name)]);
}
