import { createHmac, randomUUID } from 'node:crypto';
import { forgetAttempts } from './attempt-limits.ts';

import { refuse } from './cognito-failure.ts';
import { storedPassword } from '../sign-in/stored-password.ts';
import type { Pool } from './user-pool.ts';
import { removeSessionsOf } from '../sign-in/sign-in-sessions.ts';
import type { ClientSettings } from './pool-settings.ts';
import type { Attributes, Person } from './pool-state.ts';

/** Finds a person by e-mail address or `sub`. */
export function personNamed(pool: Pool, username: string): Person | undefined {
  const people = Object.values(pool.state.people);
  return people.find(({ sub }) => sub === username) ?? personByEmail(pool, username);
}

export function personByEmail(pool: Pool, email: string): Person | undefined {
  const isSame = (other = '') => folded(pool, other) === folded(pool, email);
  return Object.values(pool.state.people).find(({ attributes }) => isSame(attributes['email']));
}

/** The person or, if the app client hides who exists, an indistinguishable decoy. */
export function personOrDecoy(pool: Pool, client: ClientSettings, username: string): Person {
  const person = personNamed(pool, username);
  if (person) return person;
  if (client.hidesWhoExists) return decoy(pool, username);
  return refuse('UserNotFoundException', 'User does not exist.');
}

export function isDecoy(pool: Pool, person: Person): boolean {
  return !Object.hasOwn(pool.state.people, person.sub);
}

/** Adds a person. `attributes` must have been checked and must include the e-mail address. */
export function addPerson(
  pool: Pool,
  given: { attributes: Attributes; password: string; status: Person['status'] },
): Person {
  const sub = randomUUID();
  const person: Person = {
    sub,
    status: given.status,
    password: storedPassword(pool.settings.poolId, sub, given.password),
    attributes: given.attributes,
    groups: [],
    codes: {},
    createdAt: pool.now(),
    changedAt: pool.now(),
  };
  pool.state.people[sub] = person;
  return person;
}

export function setPassword(pool: Pool, person: Person, password: string): void {
  person.password = storedPassword(pool.settings.poolId, person.sub, password);
  person.changedAt = pool.now();
  delete person.temporaryUntil;
}

/** Sets a password that expires and must be replaced at the next sign-in. */
export function setTemporaryPassword(pool: Pool, person: Person, password: string): void {
  setPassword(pool, person, password);
  person.status = 'FORCE_CHANGE_PASSWORD';
  person.temporaryUntil = pool.now() + pool.settings.temporaryPasswordValidity;
}

export function removePerson(pool: Pool, person: Person): void {
  removeSessionsOf(pool, person);
  for (const what of Object.keys(pool.state.attempts))
    if (what.endsWith(person.sub)) forgetAttempts(pool, what);
  delete pool.state.people[person.sub];
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/.test(text);
}

function folded(pool: Pool, username: string): string {
  return pool.settings.caseSensitive ? username : username.toLowerCase();
}

/** For the same username always the same `sub`, salt and verifier; no password matches it. */
function decoy(pool: Pool, username: string): Person {
  const name = folded(pool, username);
  const made = (what: string) =>
    createHmac('sha512', pool.state.decoySecret).update(`${what} ${name}`).digest('hex');
  const uuid = made('sub').replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/,
    (_, a, b, c, d, e) => `${a}-${b}-4${c}-a${d}-${e}`,
  );
  const verifier = ['1', '2', '3', '4', '5', '6'].map(made).join('').slice(0, 767);
  return {
    sub: uuid,
    status: 'CONFIRMED',
    password: { salt: made('salt').slice(0, 32), verifier },
    attributes: { email: username },
    groups: [],
    codes: {},
    createdAt: 0,
    changedAt: 0,
  };
}
