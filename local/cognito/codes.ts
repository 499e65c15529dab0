import { randomInt } from 'node:crypto';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { refuse } from './failure.ts';
import { deliveryTo, verificationMail } from './mail.ts';
import type { Pool } from './pool.ts';
import { digest, sameSecret } from './secret.ts';
import type { Person } from './state.ts';

/** What a mailed code is good for. */
export type CodePurpose = 'sign-up' | 'reset' | 'email';
export type StoredCode = { readonly digest: string; readonly expiresAt: number };

const hour = 3_600_000;
const lifetimes: Record<CodePurpose, number> = {
  'sign-up': 24 * hour,
  reset: hour,
  email: 24 * hour,
};
const mostMails = 10;
const mostTries = 5;

/** Mails a new code, which replaces any earlier one, and says where to. */
export function sendCode(
  pool: Pool,
  person: Person,
  purpose: CodePurpose,
  to: string = person.attributes['email'] ?? '',
): object {
  countAttempt(pool, `mail ${purpose} ${person.sub}`, mostMails);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  person.codes[purpose] = {
    digest: sealed(person, purpose, code),
    expiresAt: pool.now() + lifetimes[purpose],
  };
  pool.send(verificationMail(pool.settings, to, code));
  return deliveryTo(to);
}

/** Refuses a code that is wrong, late, used or guessed at too often; a right one is used up by `spendCode`. */
export function checkCode(pool: Pool, person: Person, purpose: CodePurpose, code: string): void {
  countAttempt(pool, tries(person, purpose), mostTries);
  const stored = person.codes[purpose];
  if (!stored || stored.expiresAt <= pool.now())
    refuse('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  if (!sameSecret(stored.digest, sealed(person, purpose, code)))
    refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
}

export function spendCode(pool: Pool, person: Person, purpose: CodePurpose): void {
  delete person.codes[purpose];
  forgetAttempts(pool, tries(person, purpose));
  forgetAttempts(pool, `mail ${purpose} ${person.sub}`);
}

function tries(person: Person, purpose: CodePurpose): string {
  return `code ${purpose} ${person.sub}`;
}

function sealed(person: Person, purpose: CodePurpose, code: string): string {
  return digest(`${person.sub} ${purpose} ${code}`);
}
