import { refuse } from '../failure.ts';
import { type Input, textIn } from '../input.ts';
import { clientIn, type Pool } from '../pool.ts';
import { sessionByRefreshToken } from '../sessions.ts';

/** Signing out here: the refresh token ends and every access token that came of it. An unknown one has ended already. */
export function revokeToken(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  if (!client.revocation)
    refuse('UnsupportedOperationException', 'Revocation is not enabled for this client.');
  const session = sessionByRefreshToken(pool, client, textIn(input, 'Token'));
  if (session) session.revoked = true;
  return {};
}
