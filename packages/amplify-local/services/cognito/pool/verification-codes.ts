import { randomInt } from 'node:crypto';
import { countAttempt, forgetAttempts } from './attempt-limits.ts';
import { refuse } from './cognito-failure.ts';
import { deliveryTo, verificationMail } from './account-mails.ts';
import type { Pool } from './user-pool.ts';
import { digest, sameSecret } from './secret-digest.ts';
import type { CodePurpose, Person } from './pool-state.ts';

const hour = 3_600_000;
const lifetimes: Record<CodePurpose, number> = {
  'sign-up': 24 * hour,
  reset: hour,
  email: 24 * hour,
};
const mostMails = 10;
const mostTries = 5;

/** Mails a new code, which replaces any earlier one, and returns where it was sent. */
export function sendCode(
  pool: Pool,
  person: Person,
  purpose: CodePurpose,
  to: string = person.attributes['email'] ?? '',
): object {
  countAttempt(pool, `mail ${purpose} ${person.sub}`, mostMails);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  person.codes[purpose] = {
    digest: codeDigest(person, purpose, code),
    expiresAt: pool.now() + lifetimes[purpose],
  };
  pool.send(verificationMail(pool.settings, to, code));
  return deliveryTo(to);
}

/** Refuses a code that is wrong, expired or used, or after too many attempts. `spendCode` uses up a correct one. */
export function checkCode(pool: Pool, person: Person, purpose: CodePurpose, code: string): void {
  countAttempt(pool, attemptsKey(person, purpose), mostTries);
  const stored = person.codes[purpose];
  if (!stored || stored.expiresAt <= pool.now())
    refuse('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  if (!sameSecret(stored.digest, codeDigest(person, purpose, code)))
    refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
}

export function spendCode(pool: Pool, person: Person, purpose: CodePurpose): void {
  delete person.codes[purpose];
  forgetAttempts(pool, attemptsKey(person, purpose));
  forgetAttempts(pool, `mail ${purpose} ${person.sub}`);
}

function attemptsKey(person: Person, purpose: CodePurpose): string {
  return `code ${purpose} ${person.sub}`;
}

function codeDigest(person: Person, purpose: CodePurpose, code: string): string {
  return digest(`${person.sub} ${purpose} ${code}`);
}
