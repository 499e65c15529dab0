import { getOwn } from '../../../template/get-own-value.ts';
import { refuse } from './cognito-failure.ts';
import type { Pool } from './user-pool.ts';

const hour = 3_600_000;

/** Counts an attempt, and refuses it if there were too many within an hour. */
export function countAttempt(pool: Pool, key: string, most: number): void {
  const times = recentAttempts(pool, key);
  if (times.length >= most)
    refuse('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  rememberAttempt(pool, key);
}

export function rememberAttempt(pool: Pool, key: string): void {
  pool.state.attempts[key] = [...recentAttempts(pool, key), pool.now()];
}

export function forgetAttempts(pool: Pool, key: string): void {
  delete pool.state.attempts[key];
}

/** The times of attempts within the last hour. Drops everyone's older ones. */
export function recentAttempts(pool: Pool, key: string): readonly number[] {
  const { attempts } = pool.state;
  for (const [name, times] of Object.entries(attempts)) {
    const recent = times.filter((time) => time > pool.now() - hour);
    if (recent.length === 0) delete attempts[name];
    else if (recent.length < times.length) attempts[name] = recent;
  }
  return getOwn(attempts, key) ?? [];
}
