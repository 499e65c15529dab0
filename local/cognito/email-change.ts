import { sendCode } from './codes.ts';
import { refuse } from './failure.ts';
import { isEmail, personByEmail } from './people.ts';
import type { Pool } from './pool.ts';
import type { Person } from './state.ts';

/** Takes a new address, or keeps it waiting until it is proven, as the pool has it; returns the codes sent. */
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

/** The code was right: the address is theirs, unless somebody else was faster. */
export function adoptEmail(pool: Pool, person: Person): void {
  const email = person.pendingEmail ?? person.attributes['email'] ?? '';
  refuseTakenEmail(pool, person, email);
  Object.assign(person.attributes, { email, email_verified: 'true' });
  delete person.pendingEmail;
  person.changedAt = pool.now();
}

function refuseTakenEmail(pool: Pool, person: Person, email: string): void {
  const holder = personByEmail(pool, email);
  if (holder && holder !== person)
    refuse('AliasExistsException', 'An account with the given email already exists.');
}

/** An address is all this pool can verify. */
export function refuseUnverifiable(attribute: string): void {
  if (attribute !== 'email')
    refuse('InvalidParameterException', `${attribute} cannot be verified by this user pool.`);
}
