import { expect, onTestFinished, test } from 'vitest';
import { allFlows, password, startTestPool, template } from '../../../testing/test-pool.ts';

const Username = 'ada@example.com';
const over = { __type: 'NotAuthorizedException', message: 'Invalid session for the user.' };

test('an SRP challenge can be answered once, rightly or wrongly', async () => {
  const pool = await startTestPool(onTestFinished);
  await pool.cognito.createPerson({ email: Username, password });
  const AuthParameters = { USERNAME: Username, SRP_A: 'abc123' };
  const offer = await pool.call('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters });
  const answer = () =>
    pool.call('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: Username,
        PASSWORD_CLAIM_SECRET_BLOCK: offer.ChallengeParameters['SECRET_BLOCK'],
        PASSWORD_CLAIM_SIGNATURE: 'd3Jvbmc=',
        TIMESTAMP: 'Sat Nov 21 10:00:00 UTC 2026',
      },
    });
  expect((await answer()).message).toBe('Incorrect username or password.');
  expect(await answer()).toEqual(over);
});

test('an SRP_A that would open every account is refused', async () => {
  const pool = await startTestPool(onTestFinished);
  await pool.cognito.createPerson({ email: Username, password });
  const AuthParameters = { USERNAME: Username, SRP_A: '0' };
  const offer = await pool.call('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters });
  expect(offer.__type).toBe('InvalidParameterException');
});

test('a new password can be set once', async () => {
  const pool = await startTestPool(onTestFinished);
  await pool.call('AdminCreateUser', { Username, TemporaryPassword: 'Temporary-1' });
  const AuthParameters = { USERNAME: Username, PASSWORD: 'Temporary-1' };
  const begun = await pool.call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  const answer = () =>
    pool.call('RespondToAuthChallenge', {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: begun.Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
    });
  expect(await answer()).toHaveProperty('AuthenticationResult');
  expect(await answer()).toEqual(over);
});

test('the session of ConfirmSignUp works once, and only for the client that got it', async () => {
  const client = { ExplicitAuthFlows: allFlows };
  const [userPool, first, ...groups] = template({ client });
  if (!userPool || !first) throw new Error('The template is empty.');
  const other = { ...first, id: 'another2client3' };
  const pool = await startTestPool(onTestFinished, {
    resources: [userPool, first, other, ...groups],
  });
  await pool.call('SignUp', { Username, Password: password });
  const ConfirmationCode = pool.codeFor(Username);
  const { Session } = await pool.call('ConfirmSignUp', { Username, ConfirmationCode });
  const begin = (client: object) =>
    pool.call('InitiateAuth', {
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username },
      Session,
      ...client,
    });
  expect(await begin({ ClientId: other.id })).toEqual(over);
  expect(await begin({})).toHaveProperty('AuthenticationResult');
  expect(await begin({})).toEqual(over);
});

test('a response to a challenge that was not set is refused', async () => {
  const pool = await startTestPool(onTestFinished);
  for (const [ChallengeName, message] of [
    ['SELECT_CHALLENGE', 'Invalid session for the user.'],
    ['SMS_MFA', 'ChallengeName is not one this pool has asked for.'],
  ]) {
    const ChallengeResponses = { USERNAME: Username, ANSWER: 'PASSWORD', PASSWORD: password };
    const Session = 'made up';
    const input = { ChallengeName, ChallengeResponses, Session };
    expect((await pool.call('RespondToAuthChallenge', input)).message).toBe(message);
  }
});
