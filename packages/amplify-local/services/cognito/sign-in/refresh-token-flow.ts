import type { Pool } from '../pool/user-pool.ts';
import { liveSession, rotate } from './sign-in-sessions.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { issueTokens } from './issue-tokens.ts';

/** Returns new id and access tokens, and another refresh token if the client rotates them. */
export function byRefreshToken(pool: Pool, client: ClientSettings, refreshToken: string): object {
  const session = liveSession(pool, client, refreshToken);
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...issueTokens(pool, client, session),
      ...(client.rotation && { RefreshToken: rotate(pool, session, refreshToken) }),
    },
  };
}
