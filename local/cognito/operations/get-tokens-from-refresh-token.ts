import { type Input, textIn } from '../input.ts';
import { clientIn, type Pool } from '../pool.ts';
import { byRefreshToken } from '../sign-in/by-refresh-token.ts';

/** How Amplify refreshes: there is no other way in it since 6.15. */
export function getTokensFromRefreshToken(pool: Pool, input: Input): object {
  return byRefreshToken(pool, clientIn(pool, input), textIn(input, 'RefreshToken'));
}
