import { forgetAttempts, recentAttempts, rememberAttempt } from '../pool/attempt-limits.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { isPassword } from './stored-password.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { Person } from '../pool/pool-state.ts';

const freeTries = 5;
const longestPause = 15 * 60_000;

/** Refuses a wrong password. After five of them, refuses any password for a time that doubles with each failure. */
export function verifyPassword(pool: Pool, person: Person, password: string): void {
  verifyCredential(pool, person.sub, () =>
    isPassword(pool.settings.poolId, person.sub, person.password, password),
  );
}

/** The same for other evidence of knowing the password, such as an SRP signature. */
export function verifyCredential(pool: Pool, sub: string, isCorrect: () => boolean): void {
  const what = attemptsOf(sub);
  if (pool.now() < pausedUntil(recentAttempts(pool, what)))
    refuse('NotAuthorizedException', 'Password attempts exceeded');
  if (isCorrect()) return forgetAttempts(pool, what);
  rememberAttempt(pool, what);
  refuse('NotAuthorizedException', 'Incorrect username or password.');
}

/** Clears the failures of a person who was authenticated in another way. */
export function clearPasswordFailures(pool: Pool, person: Person): void {
  forgetAttempts(pool, attemptsOf(person.sub));
}

function attemptsOf(sub: string): string {
  return `password ${sub}`;
}

function pausedUntil(failures: readonly number[]): number {
  const last = failures.at(-1);
  if (last === undefined || failures.length < freeTries) return 0;
  return last + Math.min(1000 * 2 ** (failures.length - freeTries), longestPause);
}
