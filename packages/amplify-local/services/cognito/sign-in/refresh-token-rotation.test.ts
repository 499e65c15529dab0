import { expect, onTestFinished, test } from 'vitest';
import { claimsOf, password, startTestPool, template } from '../../../testing/test-pool.ts';

const email = 'ada@example.com';
const second = 1000;
const day = 86_400 * second;

test('a used refresh token is accepted for another minute', async () => {
  const { pool, clock, first } = await signedIn();
  const next = await refresh(pool, first.RefreshToken);
  expect(next.RefreshToken).not.toBe(first.RefreshToken);

  // If the response was lost, the request can be repeated.
  clock.now += 60 * second - 1;
  expect(await refresh(pool, first.RefreshToken)).toHaveProperty('RefreshToken');
  clock.now += 1;
  expect(await pool.call('GetTokensFromRefreshToken', first)).toMatchObject({
    __type: 'RefreshTokenReuseException',
  });
  expect(await refresh(pool, next.RefreshToken)).toHaveProperty('IdToken');
});

test('every later refresh token belongs to the same sign-in and expires with it', async () => {
  const { pool, clock, start, first } = await signedIn();
  const second = await refresh(pool, first.RefreshToken);
  const third = await refresh(pool, second.RefreshToken);
  expect(claimsOf(third.IdToken)).toMatchObject({
    origin_jti: claimsOf(first.IdToken)['origin_jti'],
    auth_time: start / 1000,
  });

  clock.now = start + 30 * day;
  expect(await pool.call('GetTokensFromRefreshToken', third)).toMatchObject({
    message: 'Refresh Token has expired',
  });
});

test('signing out revokes all of them', async () => {
  const { pool, first } = await signedIn();
  const next = await refresh(pool, first.RefreshToken);
  await pool.call('RevokeToken', { Token: next.RefreshToken });
  for (const token of [first, next])
    expect(await pool.call('GetTokensFromRefreshToken', token)).toMatchObject({
      message: 'Refresh Token has been revoked',
    });
  expect(await pool.call('GetUser', first)).toMatchObject({
    message: 'Access Token has been revoked',
  });
});

type Pool = Awaited<ReturnType<typeof startTestPool>>;

async function signedIn() {
  const start = Date.UTC(2026, 10, 21);
  const clock = { now: start };
  const pool = await startTestPool(onTestFinished, {
    now: () => clock.now,
    resources: template({
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      },
    }),
  });
  await pool.cognito.createPerson({ email, password });
  const { AuthenticationResult: first } = await pool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return { pool, clock, start, first };
}

async function refresh(pool: Pool, RefreshToken: string) {
  return (await pool.call('GetTokensFromRefreshToken', { RefreshToken })).AuthenticationResult;
}
