import { sendCode } from './verification-codes.ts';
import { refuse } from './cognito-failure.ts';
import { isEmail, personByEmail } from './people.ts';
import type { Pool } from './user-pool.ts';
import type { Person } from './pool-state.ts';

/** Changes the address, now or (if the pool is set so) once it is verified. Returns the codes sent. */
export function changeEmail(pool: Pool, person: Person, email: string): object[] {
  const { verifiesEmail, keepsEmailUntilVerified } = pool.settings;
  if (!isEmail(email)) refuse('InvalidParameterException', 'Invalid email address format.');
  refuseTakenEmail(pool, person, email);
  if (email === person.attributes['email']) return [];

  const deliveries = verifiesEmail ? [sendCode(pool, person, 'email', email)] : [];
  if (verifiesEmail && keepsEmailUntilVerified) person.pendingEmail = email;
  else Object.assign(person.attributes, { email, email_verified: 'false' });
  return deliveries;
}

/** Marks the address as verified after a correct code, unless somebody else has taken it meanwhile. */
export function confirmEmail(pool: Pool, person: Person): void {
  const email = person.pendingEmail ?? person.attributes['email'] ?? '';
  refuseTakenEmail(pool, person, email);
  Object.assign(person.attributes, { email, email_verified: 'true' });
  delete person.pendingEmail;
  person.changedAt = pool.now();
}

function refuseTakenEmail(pool: Pool, person: Person, email: string): void {
  const otherPerson = personByEmail(pool, email);
  if (otherPerson && otherPerson !== person)
    refuse('AliasExistsException', 'An account with the given email already exists.');
}

/** Refuses attributes other than the e-mail address, the only one this pool can verify. */
export function refuseUnverifiable(attribute: string): void {
  if (attribute !== 'email')
    refuse('InvalidParameterException', `${attribute} cannot be verified by this user pool.`);
}
