import { personBehind } from '../access.ts';
import type { Input } from '../input.ts';
import type { Pool } from '../pool.ts';
import { revokeSessionsOf } from '../sessions.ts';

/** Signing out everywhere. */
export function globalSignOut(pool: Pool, input: Input): object {
  revokeSessionsOf(pool, personBehind(pool, input).person);
  return {};
}
