import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';
import { sessionByRefreshToken } from '../sign-in/sign-in-sessions.ts';

/** Signs out one session: revokes its refresh token and all tokens issued from it. An unknown token is ignored. */
export function revokeToken(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  if (!client.revocation)
    refuse('UnsupportedOperationException', 'Revocation is not enabled for this client.');
  const session = sessionByRefreshToken(pool, client, textIn(input, 'Token'));
  if (session) session.revoked = true;
  return {};
}
