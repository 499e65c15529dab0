import { randomUUID } from 'node:crypto';
import { readableAttributes } from '../pool/user-attributes.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import type { Person, Session } from '../pool/pool-state.ts';

export type IssuedTokens = {
  readonly AccessToken: string;
  /** In seconds. */
  readonly ExpiresIn: number;
  readonly IdToken: string;
  readonly TokenType: 'Bearer';
};

/** New id and access tokens of a session, with the person's current groups and address. */
export function issueTokens(pool: Pool, client: ClientSettings, session: Session): IssuedTokens {
  const person = pool.state.people[session.sub];
  if (!person) throw new Error('A session outlived its person.');
  return {
    AccessToken: pool.signer.sign(accessClaims(pool, client, session, person)),
    ExpiresIn: client.accessTokenValidity / 1000,
    IdToken: pool.signer.sign(idClaims(pool, client, session, person)),
    TokenType: 'Bearer',
  };
}

export function issuer(poolId: string): string {
  const region = poolId.includes('_') ? poolId.split('_')[0] : 'us-east-1';
  return `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
}

function accessClaims(pool: Pool, client: ClientSettings, session: Session, person: Person) {
  return {
    ...sharedClaims(pool, client, session, person),
    client_id: client.id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    exp: seconds(pool.now() + client.accessTokenValidity),
    username: person.sub,
  };
}

function idClaims(pool: Pool, client: ClientSettings, session: Session, person: Person) {
  return {
    ...attributeClaims(pool, client, person),
    ...roleClaims(pool, person),
    ...sharedClaims(pool, client, session, person),
    'cognito:username': person.sub,
    aud: client.id,
    token_use: 'id',
    exp: seconds(pool.now() + client.idTokenValidity),
  };
}

function sharedClaims(pool: Pool, client: ClientSettings, session: Session, person: Person) {
  const groups = groupsOf(pool, person).map(({ name }) => name);
  return {
    sub: person.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: issuer(pool.settings.poolId),
    // Amplify revokes tokens on sign-out only if they have this claim.
    ...(client.revocation && { origin_jti: session.originJti }),
    event_id: session.eventId,
    auth_time: seconds(session.signedInAt),
    iat: seconds(pool.now()),
    jti: randomUUID(),
  };
}

/** All claims are texts, except the two booleans that say whether something was verified. */
function attributeClaims(pool: Pool, client: ClientSettings, person: Person) {
  return Object.fromEntries(
    readableAttributes(pool, client, person).map(([name, value]) => [
      name,
      name.endsWith('_verified') ? value === 'true' : value,
    ]),
  );
}

function roleClaims(pool: Pool, person: Person) {
  const roles = groupsOf(pool, person).flatMap(({ roleArn }) => roleArn ?? []);
  return roles.length > 0 && { 'cognito:roles': roles, 'cognito:preferred_role': roles[0] };
}

/** The person's groups that the template still has, in the order of the settings (by precedence). */
function groupsOf(pool: Pool, person: Person) {
  return pool.settings.groups.filter(({ name }) => person.groups.includes(name));
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
