import { own } from '../own.ts';
import { refuse } from './failure.ts';
import type { Pool } from './pool.ts';

const hour = 3_600_000;

/** Counts one more try of something, and refuses it when there were too many within the hour. */
export function countAttempt(pool: Pool, what: string, most: number): void {
  const times = recentAttempts(pool, what);
  if (times.length >= most)
    refuse('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  rememberAttempt(pool, what);
}

export function rememberAttempt(pool: Pool, what: string): void {
  pool.state.attempts[what] = [...recentAttempts(pool, what), pool.now()];
}

export function forgetAttempts(pool: Pool, what: string): void {
  delete pool.state.attempts[what];
}

/** When it was tried within the last hour; everything older, of anyone, is dropped. */
export function recentAttempts(pool: Pool, what: string): readonly number[] {
  const { attempts } = pool.state;
  for (const [name, times] of Object.entries(attempts)) {
    const recent = times.filter((time) => time > pool.now() - hour);
    if (recent.length === 0) delete attempts[name];
    else if (recent.length < times.length) attempts[name] = recent;
  }
  return own(attempts, what) ?? [];
}
