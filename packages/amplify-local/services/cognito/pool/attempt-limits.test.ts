import { expect, onTestFinished, test } from 'vitest';
import {
  allFlows,
  clientId,
  password,
  startTestPool,
  template,
} from '../../../testing/test-pool.ts';

const minute = 60_000;
const hour = 60 * minute;
const Username = 'ada@example.com';
const mismatch = {
  __type: 'CodeMismatchException',
  message: 'Invalid verification code provided, please try again.',
};
const expired = {
  __type: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
};
const tooOften = {
  __type: 'LimitExceededException',
  message: 'Attempt limit exceeded, please try after some time.',
};

test('a sign-up code is valid for a day', async () => {
  const { pool, clock, codeFor } = await poolWithClock();
  await pool.call('SignUp', { Username, Password: password });
  const ConfirmationCode = codeFor(Username);
  clock.now += 24 * hour;
  expect(await pool.call('ConfirmSignUp', { Username, ConfirmationCode })).toEqual(expired);
  clock.now -= 1;
  expect(await pool.call('ConfirmSignUp', { Username, ConfirmationCode })).not.toHaveProperty(
    '__type',
  );
});

test('a reset code is valid for an hour', async () => {
  const { pool, clock, codeFor } = await poolWithClock();
  await pool.cognito.createPerson({ email: Username, password });
  await pool.call('ForgotPassword', { Username });
  const reset = { Username, Password: password, ConfirmationCode: codeFor(Username) };
  clock.now += hour;
  expect(await pool.call('ConfirmForgotPassword', reset)).toEqual(expired);
  clock.now -= 1;
  expect(await pool.call('ConfirmForgotPassword', reset)).toEqual({});
});

test('after too many wrong codes even the right one is refused', async () => {
  const { pool, clock, codeFor } = await poolWithClock();
  await pool.call('SignUp', { Username, Password: password });
  const right = codeFor(Username);
  const wrong = right === '000000' ? '000001' : '000000';
  const confirm = (ConfirmationCode: string) =>
    pool.call('ConfirmSignUp', { Username, ConfirmationCode });

  for (let tries = 0; tries < 5; tries += 1) expect(await confirm(wrong)).toEqual(mismatch);
  expect(await confirm(right)).toEqual(tooOften);
  await pool.call('ResendConfirmationCode', { Username });
  expect(await confirm(codeFor(Username))).toEqual(tooOften);

  clock.now += hour;
  expect(await confirm(codeFor(Username))).not.toHaveProperty('__type');
});

test('the number of codes sent to a person is limited', async () => {
  const { pool } = await poolWithClock();
  await pool.cognito.createPerson({ email: Username, password });
  for (let mails = 0; mails < 10; mails += 1)
    expect(await pool.call('ForgotPassword', { Username })).toHaveProperty('CodeDeliveryDetails');
  expect(await pool.call('ForgotPassword', { Username })).toEqual(tooOften);
});

test('five wrong passwords lock the account for a second, six for two', async () => {
  const { pool, clock } = await poolWithClock();
  await pool.cognito.createPerson({ email: Username, password });
  const signIn = async (PASSWORD: string) => {
    const AuthParameters = { USERNAME: Username, PASSWORD };
    return (await pool.call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }))
      .message;
  };

  for (let tries = 0; tries < 5; tries += 1)
    expect(await signIn('Wrong-Horse-7')).toBe('Incorrect username or password.');
  expect(await signIn(password)).toBe('Password attempts exceeded');
  clock.now += 1000;
  expect(await signIn('Wrong-Horse-7')).toBe('Incorrect username or password.');
  clock.now += 1000;
  expect(await signIn(password)).toBe('Password attempts exceeded');
  clock.now += 1000;
  expect(await signIn(password)).toBeUndefined();
});

test('a half-finished sign-in expires after three minutes', async () => {
  const { pool, clock } = await poolWithClock();
  const TemporaryPassword = 'Temporary-1';
  await pool.call('AdminCreateUser', { Username, TemporaryPassword });
  const begin = () =>
    pool.call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: TemporaryPassword },
    });
  const { Session } = await begin();
  clock.now += 3 * minute;
  const late = await pool.call('RespondToAuthChallenge', {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
  });
  expect(late.message).toBe('Invalid session for the user, session is expired.');

  clock.now += 7 * 24 * hour;
  expect((await begin()).message).toBe(
    'Temporary password has expired and must be reset by an administrator.',
  );
});

test.each([
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
  ['USER_AUTH', 'USER_AUTH flow not enabled for this client'],
  ['REFRESH_TOKEN_AUTH', 'Auth flow not enabled for this client'],
  ['CUSTOM_AUTH', 'Custom auth lambda trigger is not configured for the user pool.'],
])(
  'a flow the client does not have is refused with AWS’s message: %s',
  async (AuthFlow, message) => {
    const resources = template({
      client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
    });
    const pool = await startTestPool(onTestFinished, { resources });
    const AuthParameters = { USERNAME: Username, PASSWORD: password, SRP_A: 'a' };
    expect(await pool.call('InitiateAuth', { AuthFlow, AuthParameters })).toEqual({
      __type: 'InvalidParameterException',
      message,
    });
  },
);

test('only administrators add people if the template says so', async () => {
  const resources = template({
    pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
  });
  const pool = await startTestPool(onTestFinished, { resources });
  expect(await pool.call('SignUp', { Username, Password: password })).toEqual({
    __type: 'NotAuthorizedException',
    message: 'SignUp is not permitted for this user pool',
  });
  const { User } = await pool.call('AdminCreateUser', { Username });
  expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD');
});

test('an unknown app client is refused', async () => {
  const pool = await startTestPool(onTestFinished);
  const ClientId = clientId.replace('4', '5');
  expect(await pool.call('SignUp', { ClientId, Username, Password: password })).toEqual({
    __type: 'ResourceNotFoundException',
    message: `User pool client ${ClientId} does not exist.`,
  });
});

async function poolWithClock() {
  const clock = { now: Date.UTC(2026, 10, 21) };
  const resources = template({ client: { ExplicitAuthFlows: allFlows } });
  const pool = await startTestPool(onTestFinished, { resources, now: () => clock.now });
  return { pool, clock, codeFor: pool.codeFor };
}
