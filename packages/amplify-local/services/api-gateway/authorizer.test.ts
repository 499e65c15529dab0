import { expect, onTestFinished, test } from 'vitest';
import { claimsToText } from './lambda-event.ts';
import { createIssuer, method, openGateway, poolId, template } from '../../testing/test-gateway.ts';
import { createTokenVerifier } from '../cognito/token-verifier.ts';

const unauthorized = { status: 401, text: '{"message":"Unauthorized"}' };
const issuer = createIssuer();
const long = 7200;
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

test.each([
  ['no token', {}],
  ['an empty token', { Authorization: '' }],
  ['something that is no token', { Authorization: 'the_token' }],
  ['an access token', { Authorization: issuer.accessToken() }],
  ['another pool’s token', { Authorization: createIssuer().idToken() }],
  ['a token for another app', { Authorization: issuer.idToken({ aud: 'other' }) }],
  ['a token without an expiry', { Authorization: issuer.idToken({ exp: undefined }) }],
  ['a token whose expiry is null', { Authorization: issuer.idToken({ exp: null }) }],
  ['a token whose expiry is not a number', { Authorization: issuer.idToken({ exp: 'never' }) }],
  ['a tampered token', { Authorization: issuer.idToken().replace(/.{9}$/, 'AAAAAAAAA') }],
  [
    'an expired token of another pool',
    { Authorization: createIssuer().idToken({ exp: ago(long) }) },
  ],
  ['the token twice', { Authorization: `Bearer Bearer ${issuer.idToken()}` }],
])('%s is unauthorized', async (_, headers) => {
  const { send } = await openGateway(onTestFinished, { issuer });
  const received = await send('/v1/ride', { headers });
  expect(received).toMatchObject(unauthorized);
  expect(received.headers).toMatchObject({ 'x-amzn-errortype': 'UnauthorizedException' });
});

test('an expired token has its own message', async () => {
  const { send } = await openGateway(onTestFinished, { issuer });
  const headers = { Authorization: issuer.idToken({ exp: ago(1) }) };
  expect(await send('/v1/ride', { headers })).toMatchObject({
    status: 401,
    text: '{"message":"The incoming token has expired"}',
  });
});

test.each(['', 'Bearer '])('an id token after %j is accepted', async (prefix) => {
  const { send } = await openGateway(onTestFinished, { issuer });
  const headers = { authorization: prefix + issuer.idToken() };
  expect(await send('/v1/ride', { headers })).toMatchObject({ status: 200 });
});

test('a method without an authorizer needs no token and passes none on', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(method('GET', 'form', { AuthorizationType: 'NONE' })),
  });
  const { status, text } = await send('/v1/ride', { headers: {} });
  expect(status).toBe(200);
  expect((JSON.parse(text) as { requestContext: object }).requestContext).not.toHaveProperty(
    'authorizer',
  );
});

test('a method with IAM authorization lets nobody pass, because nobody has AWS credentials', async () => {
  const { send } = await openGateway(onTestFinished, {
    issuer,
    resources: template(method('GET', 'form', { AuthorizationType: 'AWS_IAM' })),
  });
  const headers = { authorization: issuer.idToken() };
  expect(await send('/v1/ride', { headers })).toMatchObject({
    status: 403,
    text: '{"message":"Missing Authentication Token"}',
  });
});

test('every claim reaches the function as text', async () => {
  const { send } = await openGateway(onTestFinished, { issuer });
  const token = issuer.idToken({
    'cognito:username': 'u1',
    'cognito:groups': ['owners', 'readers'],
    email_verified: true,
    auth_time: 1680629979,
    iat: 1680633579,
  });
  const { text } = await send('/v1/ride', { headers: { Authorization: token } });
  const { requestContext } = JSON.parse(text) as { requestContext: { authorizer: object } };
  expect(requestContext.authorizer).toMatchObject({
    claims: {
      sub: 'u1',
      'cognito:username': 'u1',
      'cognito:groups': 'owners,readers',
      email_verified: 'true',
      auth_time: '1680629979',
      iat: 'Tue Apr 04 18:39:39 UTC 2023',
      exp: expect.stringMatching(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}$/),
    },
  });
});

test('a claim that is a list or an object is passed as JSON', () => {
  const identities = [{ providerName: 'Google' }];
  expect(claimsToText({ identities, address: { country: 'DE' } })).toEqual({
    identities: '[{"providerName":"Google"}]',
    address: '{"country":"DE"}',
  });
});

test('an app client added while the gateway runs is accepted from then on', async () => {
  const pool = createIssuer();
  const growing = { ...pool };
  const { send } = await openGateway(onTestFinished, { issuer: growing });
  const headers = { Authorization: pool.idToken({ aud: 'new' }) };
  expect(await send('/v1/ride', { headers })).toMatchObject({ status: 401 });
  growing.settings = { ...pool.settings, clients: [{ id: 'new' }] };
  expect(await send('/v1/ride', { headers })).toMatchObject({ status: 200 });
});

test('a token with an unknown key is refused without fetching keys', async () => {
  const verify = createTokenVerifier(() => issuer);
  const check = verify(poolId, createIssuer().idToken());
  const waited = new Promise((resolve) => setImmediate(resolve, 'waited'));
  expect(await Promise.race([check, waited])).toEqual({ ok: false, reason: 'bad' });
});
