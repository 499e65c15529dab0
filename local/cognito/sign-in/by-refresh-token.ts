import type { Pool } from '../pool.ts';
import { liveSession, rotate } from '../sessions.ts';
import type { ClientSettings } from '../settings.ts';
import { freshTokens } from '../tokens.ts';

/** New id and access tokens; and another refresh token where the client rotates them. */
export function byRefreshToken(pool: Pool, client: ClientSettings, refreshToken: string): object {
  const session = liveSession(pool, client, refreshToken);
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...freshTokens(pool, client, session),
      ...(client.rotation && { RefreshToken: rotate(pool, session, refreshToken) }),
    },
  };
}
