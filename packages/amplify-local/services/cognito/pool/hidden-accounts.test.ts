import { expect, onTestFinished, test } from 'vitest';
import { allFlows, password, startTestPool, template } from '../../../testing/test-pool.ts';

const unknownEmail = 'nobody@example.com';
const SRP_A = 'abc123';

test('SRP with an unknown address looks like SRP with a known one, the same every time', async () => {
  const pool = await startTestPool(onTestFinished);
  await pool.cognito.createPerson({ email: 'ada@example.com', password });
  const offer = async (USERNAME: string) => {
    const AuthParameters = { USERNAME, SRP_A };
    const answer = await pool.call('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters });
    return answer.ChallengeParameters;
  };

  const [real, fake] = [await offer('ada@example.com'), await offer(unknownEmail)];
  expect(shape({ ...fake, SRP_B: '' })).toEqual(shape({ ...real, SRP_B: '' }));
  expect(fake['SRP_B']?.length).toBeGreaterThan(760);
  const { SALT, USER_ID_FOR_SRP } = await offer(unknownEmail.toUpperCase());
  expect({ SALT, USER_ID_FOR_SRP }).toEqual({
    SALT: fake['SALT'],
    USER_ID_FOR_SRP: fake['USER_ID_FOR_SRP'],
  });

  const verified = await pool.call('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: fake['USER_ID_FOR_SRP'],
      PASSWORD_CLAIM_SECRET_BLOCK: fake['SECRET_BLOCK'],
      PASSWORD_CLAIM_SIGNATURE: 'c2lnbmF0dXJl',
      TIMESTAMP: 'Sat Nov 21 10:00:00 UTC 2026',
    },
  });
  expect(verified).toEqual({
    __type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('codes for unknown addresses seem to be sent, but are not', async () => {
  const pool = await startTestPool(onTestFinished);
  for (const operation of ['ForgotPassword', 'ResendConfirmationCode'])
    expect(await pool.call(operation, { Username: unknownEmail })).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'n***@e***',
      },
    });
  expect(pool.mails).toEqual([]);
  const reset = { Username: unknownEmail, ConfirmationCode: '123456', Password: password };
  expect((await pool.call('ConfirmForgotPassword', reset)).__type).toBe('CodeMismatchException');
  const signUp = { Username: unknownEmail, ConfirmationCode: '123456' };
  expect((await pool.call('ConfirmSignUp', signUp)).__type).toBe('ExpiredCodeException');
});

test('a legacy client learns that an account does not exist', async () => {
  const client = { ExplicitAuthFlows: allFlows, PreventUserExistenceErrors: 'LEGACY' };
  const pool = await startTestPool(onTestFinished, { resources: template({ client }) });
  const AuthParameters = { USERNAME: unknownEmail, PASSWORD: password, SRP_A };
  const requests: [string, object][] = [
    ['InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters }],
    ['InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }],
    ['InitiateAuth', { AuthFlow: 'USER_AUTH', AuthParameters }],
    ['ForgotPassword', { Username: unknownEmail }],
    ['ResendConfirmationCode', { Username: unknownEmail }],
  ];
  for (const [operation, input] of requests)
    expect(await pool.call(operation, input)).toEqual({
      __type: 'UserNotFoundException',
      message: 'User does not exist.',
    });
});

test('a confirmed person gets no new sign-up code, and only a legacy client learns why', async () => {
  const Username = 'ada@example.com';
  const hiding = await startTestPool(onTestFinished);
  await hiding.cognito.createPerson({ email: Username, password });
  expect(await hiding.call('ResendConfirmationCode', { Username })).toHaveProperty(
    'CodeDeliveryDetails',
  );
  expect(hiding.mails).toEqual([]);

  const resources = template({ client: { PreventUserExistenceErrors: 'LEGACY' } });
  const legacy = await startTestPool(onTestFinished, { resources });
  await legacy.cognito.createPerson({ email: Username, password });
  expect(await legacy.call('ResendConfirmationCode', { Username })).toEqual({
    __type: 'InvalidParameterException',
    message: 'User is already confirmed.',
  });
});

test('some passwords can be reset only by an administrator', async () => {
  const invited = await startTestPool(onTestFinished);
  await invited.call('AdminCreateUser', { Username: 'ada@example.com' });
  expect(await invited.call('ForgotPassword', { Username: 'ada@example.com' })).toEqual({
    __type: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  });

  const AccountRecoverySetting = { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] };
  const resources = template({ pool: { AccountRecoverySetting } });
  const strict = await startTestPool(onTestFinished, { resources });
  expect(await strict.call('ForgotPassword', { Username: unknownEmail })).toEqual({
    __type: 'NotAuthorizedException',
    message: 'Contact administrator to reset password.',
  });
});

test('an unverified address gets no reset code', async () => {
  const pool = await startTestPool(onTestFinished);
  await pool.call('SignUp', { Username: 'ada@example.com', Password: password });
  const mails = pool.mails.length;
  expect(await pool.call('ForgotPassword', { Username: 'ada@example.com' })).toHaveProperty(
    'CodeDeliveryDetails',
  );
  expect(pool.mails).toHaveLength(mails);
});

test('a name that every object inherits is not an account', async () => {
  const pool = await startTestPool(onTestFinished);
  for (const USERNAME of ['__proto__', 'constructor']) {
    const AuthParameters = { USERNAME, PASSWORD: password };
    const answer = await pool.call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    });
    expect(answer.message).toBe('Incorrect username or password.');
  }
});

function shape(parameters: Record<string, string>): [name: string, length: number][] {
  return Object.entries(parameters).map(([name, value]) => [name, value.length]);
}
