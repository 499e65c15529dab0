import { type Input, textIn } from '../pool/operation-input.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';
import { byRefreshToken } from '../sign-in/refresh-token-flow.ts';

/** Exchanges a refresh token for new tokens. Amplify has used only this operation since 6.15. */
export function getTokensFromRefreshToken(pool: Pool, input: Input): object {
  return byRefreshToken(pool, clientIn(pool, input), textIn(input, 'RefreshToken'));
}
