import { randomBytes, randomUUID } from 'node:crypto';
import { getOwn } from '../../../template/get-own-value.ts';
import { refuse } from '../pool/cognito-failure.ts';
import type { Pool } from '../pool/user-pool.ts';
import { digest } from '../pool/secret-digest.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import type { Person, Session } from '../pool/pool-state.ts';

/** Access tokens are valid for a day at most, so a session is kept for a day after its refresh token expires. */
const day = 86_400_000;

/** Opens a session. Its refresh token is returned only here; only its digest is stored. */
export function openSession(
  pool: Pool,
  client: ClientSettings,
  person: Person,
): { session: Session; refreshToken: string } {
  dropDeadSessions(pool);
  const refreshToken = newRefreshToken();
  const session: Session = {
    eventId: randomUUID(),
    originJti: randomUUID(),
    sub: person.sub,
    clientId: client.id,
    signedInAt: pool.now(),
    expiresAt: pool.now() + client.refreshTokenValidity,
    revoked: false,
  };
  pool.state.sessions[digest(refreshToken)] = session;
  return { session, refreshToken };
}

/** The session of a refresh token, even if it is revoked or expired. */
export function sessionByRefreshToken(
  pool: Pool,
  client: ClientSettings,
  refreshToken: string,
): Session | undefined {
  const { sessions } = pool.state;
  const key = digest(refreshToken);
  const session =
    getOwn(sessions, key) ?? Object.values(sessions).find((it) => it.later?.includes(key));
  return session?.clientId === client.id ? session : undefined;
}

/** The same, but refuses a token that may not be used any more. */
export function liveSession(pool: Pool, client: ClientSettings, refreshToken: string): Session {
  const session = sessionByRefreshToken(pool, client, refreshToken);
  if (!session) return refuse('NotAuthorizedException', 'Invalid Refresh Token');
  if (session.revoked) refuse('NotAuthorizedException', 'Refresh Token has been revoked');
  if (session.expiresAt <= pool.now())
    refuse('NotAuthorizedException', 'Refresh Token has expired');
  const usedAt = session.used?.[digest(refreshToken)];
  if (usedAt !== undefined && usedAt + (client.rotation?.grace ?? 0) <= pool.now())
    refuse('RefreshTokenReuseException', 'Refresh Token has been rotated');
  return session;
}

/** Replaces the refresh token by another one, which expires with the session. */
export function rotate(pool: Pool, session: Session, refreshToken: string): string {
  const next = newRefreshToken();
  session.used = { [digest(refreshToken)]: pool.now(), ...session.used };
  session.later = [...(session.later ?? []), digest(next)];
  return next;
}

function newRefreshToken(): string {
  return randomBytes(64).toString('base64url');
}

export function sessionByEventId(pool: Pool, eventId: unknown): Session | undefined {
  return Object.values(pool.state.sessions).find((session) => session.eventId === eventId);
}

export function revokeSessionsOf(pool: Pool, person: Person): void {
  for (const session of Object.values(pool.state.sessions))
    if (session.sub === person.sub) session.revoked = true;
}

export function removeSessionsOf(pool: Pool, person: Person): void {
  dropSessions(pool, (session) => session.sub === person.sub);
}

function dropDeadSessions(pool: Pool): void {
  dropSessions(pool, (session) => session.expiresAt + day <= pool.now());
}

function dropSessions(pool: Pool, isDropped: (session: Session) => boolean): void {
  const { sessions } = pool.state;
  for (const [key, session] of Object.entries(sessions))
    if (isDropped(session)) delete sessions[key];
}
