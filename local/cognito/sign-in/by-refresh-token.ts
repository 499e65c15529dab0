import type { Pool } from '../pool.ts';
import { liveSession } from '../sessions.ts';
import type { ClientSettings } from '../settings.ts';
import { freshTokens } from '../tokens.ts';

/** New id and access tokens; the refresh token stays the same. */
export function byRefreshToken(pool: Pool, client: ClientSettings, refreshToken: string): object {
  const session = liveSession(pool, client, refreshToken);
  return { ChallengeParameters: {}, AuthenticationResult: freshTokens(pool, client, session) };
}
