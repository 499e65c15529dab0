import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { expect, onTestFinished, test } from 'vitest';
import {
  allFlows,
  claimsOf,
  clientId,
  password,
  poolId,
  startTestPool,
  template,
} from '../../../testing/test-pool.ts';

const minute = 60_000;
const email = 'ada@example.com';

test("an unmodified verifier accepts the tokens, and nobody else's", async () => {
  const pool = await poolWithAda();
  const { IdToken, AccessToken } = await signIn(pool);
  const forId = verifier(pool, 'id');
  const forAccess = verifier(pool, 'access');

  expect(await forId.verify(IdToken)).toMatchObject({ email, token_use: 'id' });
  expect(await forAccess.verify(AccessToken)).toMatchObject({ token_use: 'access' });
  await expect(forId.verify(AccessToken)).rejects.toThrow('Token use');

  const [head, body = '', signature] = IdToken.split('.');
  const claims = { ...claimsOf(IdToken), 'cognito:groups': ['owners', 'kings'] };
  const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
  expect(forged).not.toBe(body);
  await expect(forId.verify(`${head}.${forged}.${signature}`)).rejects.toThrow('signature');

  const foreign = await poolWithAda();
  await expect(forId.verify((await signIn(foreign)).IdToken)).rejects.toThrow();
});

test('the public keys are at the path where verifiers look for them', async () => {
  const { cognito } = await startTestPool(onTestFinished);
  const response = await fetch(`${cognito.url}/_local/${poolId}/.well-known/jwks.json`);
  expect(await response.json()).toEqual(cognito.jwks);
  expect(JSON.stringify(cognito.jwks)).not.toContain('"d"');
});

test('tokens have AWS’s claims, with the same types', async () => {
  const now = Date.UTC(2026, 10, 21, 10);
  const pool = await poolWithAda({ now: () => now });
  const { IdToken, AccessToken } = await signIn(pool);
  const seconds = now / 1000;
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const shared = {
    sub: uuid,
    'cognito:groups': ['owners'],
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
    origin_jti: uuid,
    event_id: uuid,
    auth_time: seconds,
    iat: seconds,
    exp: seconds + 3600,
    jti: uuid,
  };

  expect(claimsOf(IdToken)).toEqual({
    ...shared,
    aud: clientId,
    token_use: 'id',
    email,
    email_verified: true,
    'cognito:username': claimsOf(IdToken)['sub'],
    'cognito:roles': ['arn:aws:iam::000000000000:role/owners'],
    'cognito:preferred_role': 'arn:aws:iam::000000000000:role/owners',
  });
  expect(claimsOf(AccessToken)).toEqual({
    ...shared,
    client_id: clientId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: claimsOf(AccessToken)['sub'],
  });
});

test('the template sets the lifetime of tokens', async () => {
  const start = Date.UTC(2026, 10, 21);
  const clock = { now: start };
  const pool = await poolWithAda({
    now: () => clock.now,
    client: {
      AccessTokenValidity: 10,
      IdTokenValidity: 20,
      RefreshTokenValidity: 60,
      TokenValidityUnits: {
        AccessToken: 'minutes',
        IdToken: 'minutes',
        RefreshToken: 'minutes',
      },
    },
  });
  const tokens = await signIn(pool);
  expect(tokens.ExpiresIn).toBe(600);
  expect(expiryOf(tokens.AccessToken)).toBe(start + 10 * minute);
  expect(expiryOf(tokens.IdToken)).toBe(start + 20 * minute);

  clock.now += 10 * minute - 1;
  expect(await pool.call('GetUser', tokens)).toHaveProperty('Username');
  clock.now += 1;
  expect(await pool.call('GetUser', tokens)).toMatchObject({
    __type: 'NotAuthorizedException',
    message: 'Access Token has expired',
  });

  clock.now += 49 * minute;
  const { AuthenticationResult } = await pool.call('GetTokensFromRefreshToken', tokens);
  expect(claimsOf(AuthenticationResult.IdToken)).toMatchObject({
    auth_time: start / 1000,
    iat: clock.now / 1000,
    origin_jti: claimsOf(tokens.IdToken)['origin_jti'],
  });
  clock.now += minute;
  expect(await pool.call('GetTokensFromRefreshToken', tokens)).toMatchObject({
    message: 'Refresh Token has expired',
  });
});

test('a foreign or altered access token is refused', async () => {
  const pool = await poolWithAda();
  const { AccessToken, IdToken } = await signIn(pool);
  const messageFor = async (token: string) =>
    (await pool.call('GetUser', { AccessToken: token })).message;

  expect(await messageFor('nonsense')).toBe('Invalid Access Token');
  expect(await messageFor(IdToken)).toBe('Invalid Access Token');
  expect(await messageFor(`${AccessToken.slice(0, -8)}AAAAAAAA`)).toBe(
    'Could not verify signature for Access Token',
  );
});

test('without revocation in the settings, tokens cannot be revoked', async () => {
  const pool = await poolWithAda({ client: { EnableTokenRevocation: false } });
  const { AccessToken, RefreshToken } = await signIn(pool);
  expect(claimsOf(AccessToken)).not.toHaveProperty('origin_jti');
  expect(await pool.call('RevokeToken', { Token: RefreshToken })).toMatchObject({
    __type: 'UnsupportedOperationException',
  });
});

type TestPool = Awaited<ReturnType<typeof startTestPool>>;

async function poolWithAda(given: { now?: () => number; client?: object } = {}): Promise<TestPool> {
  const { now, client } = given;
  const pool = await startTestPool(onTestFinished, {
    resources: template({ client: { ExplicitAuthFlows: allFlows, ...client } }),
    ...(now && { now }),
  });
  await pool.cognito.createPerson({ email, password, groups: ['owners'] });
  return pool;
}

async function signIn(pool: TestPool) {
  const { AuthenticationResult } = await pool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return AuthenticationResult;
}

function verifier(pool: TestPool, tokenUse: 'id' | 'access') {
  const made = CognitoJwtVerifier.create({ userPoolId: poolId, clientId, tokenUse });
  made.cacheJwks(pool.cognito.jwks as Parameters<typeof made.cacheJwks>[0]);
  return made;
}

function expiryOf(token: string): number {
  return Number(claimsOf(token)['exp']) * 1000;
}
