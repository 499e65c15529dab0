import { forgetAttempts, recentAttempts, rememberAttempt } from './attempts.ts';
import { refuse } from './failure.ts';
import { isPassword } from './password.ts';
import type { Pool } from './pool.ts';
import type { Person } from './state.ts';

const freeTries = 5;
const longestPause = 15 * 60_000;

/** Refuses a wrong password, and after five of them any password for a while that doubles each time. */
export function provePassword(pool: Pool, person: Person, password: string): void {
  prove(pool, person.sub, () =>
    isPassword(pool.settings.poolId, person.sub, person.password, password),
  );
}

/** The same for another proof of knowing the password, such as an SRP signature. */
export function prove(pool: Pool, sub: string, isProven: () => boolean): void {
  const what = attemptsOf(sub);
  if (pool.now() < pausedUntil(recentAttempts(pool, what)))
    refuse('NotAuthorizedException', 'Password attempts exceeded');
  if (isProven()) return forgetAttempts(pool, what);
  rememberAttempt(pool, what);
  refuse('NotAuthorizedException', 'Incorrect username or password.');
}

/** Somebody proved in another way who they are. */
export function forgetWrongPasswords(pool: Pool, person: Person): void {
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
