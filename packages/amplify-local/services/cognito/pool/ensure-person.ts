import { checkPasswordPolicy } from '../sign-in/password-policy.ts';
import { isPassword } from '../sign-in/stored-password.ts';
import { addPerson, personByEmail, setPassword } from './people.ts';
import type { Pool } from './user-pool.ts';
import type { Person } from './pool-state.ts';

export type NewPerson = { email: string; password: string; groups?: string[] };

/** Ensures that a confirmed person has this password and is in these groups. Does nothing if that is so already. */
export function ensurePerson(pool: Pool, { email, password, groups = [] }: NewPerson): void {
  checkPasswordPolicy(pool.settings.passwordPolicy, password);
  refuseUnknownGroups(pool, groups);
  const person = personByEmail(pool, email) ?? newPerson(pool, email, password);
  if (!isPassword(pool.settings.poolId, person.sub, person.password, password))
    setPassword(pool, person, password);
  person.status = 'CONFIRMED';
  person.attributes['email_verified'] = 'true';
  person.groups = [...new Set([...person.groups, ...groups])];
}

function newPerson(pool: Pool, email: string, password: string): Person {
  const attributes = { email, email_verified: 'true' };
  return addPerson(pool, { attributes, password, status: 'CONFIRMED' });
}

function refuseUnknownGroups(pool: Pool, groups: readonly string[]): void {
  const unknown = groups.find((name) => !pool.settings.groups.some((group) => group.name === name));
  if (unknown) throw new Error(`The template has no group "${unknown}".`);
}
