/** Signing up, in and out with aws-amplify's unmodified functions. */
import { setTimeout } from 'node:timers/promises';
import { Amplify } from 'aws-amplify';
import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  getCurrentUser,
  resendSignUpCode,
  signIn,
  signOut,
  signUp,
} from 'aws-amplify/auth';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { password, startTestPool } from '../../testing/test-pool.ts';

let pool: Awaited<ReturnType<typeof startTestPool>>;
beforeAll(async () => {
  pool = await startTestPool(afterAll);
  Amplify.configure(pool.amplify);
});
afterEach(() => signOut());

const byPassword = { authFlowType: 'USER_PASSWORD_AUTH' } as const;
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

test('somebody signs up, confirms with the mailed code and signs in by SRP', async () => {
  const username = 'Ada@Example.com';
  const signedUp = await signUp({ username, password });
  expect(signedUp.nextStep).toEqual({
    signUpStep: 'CONFIRM_SIGN_UP',
    codeDeliveryDetails: {
      destination: 'A***@E***',
      deliveryMedium: 'EMAIL',
      attributeName: 'email',
    },
  });
  expect(pool.mails.at(-1)).toMatchObject({ to: username, subject: 'Your Formstead code' });

  const confirmationCode = pool.codeFor(username);
  expect((await confirmSignUp({ username, confirmationCode })).isSignUpComplete).toBe(true);
  const signedIn = await signIn({ username: 'ada@example.COM', password });
  expect(signedIn).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } });
  expect((await getCurrentUser()).userId).toBe(signedUp.userId);
});

test('a plain password works like SRP if the app client allows it', async () => {
  const username = await person('grace@example.com');
  expect((await signIn({ username, password, options: byPassword })).isSignedIn).toBe(true);
});

test('a wrong password and an unknown person look the same', async () => {
  const username = await person('alan@example.com');
  for (const options of [{}, byPassword])
    for (const input of [
      { username, password: 'Not-His-1' },
      { username: 'nobody@example.com', password },
    ])
      await expect(signIn({ ...input, options })).rejects.toMatchObject(wrong);
});

test('unconfirmed people are asked to confirm, whichever way they sign in', async () => {
  const username = 'late@example.com';
  await signUp({ username, password });
  for (const options of [{}, byPassword]) {
    const { nextStep } = await signIn({ username, password, options });
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_UP');
  }
  await expect(signIn({ username, password: 'Not-Hers-1' })).rejects.toMatchObject(wrong);
});

test('a new code replaces the old one', async () => {
  const username = 'twice@example.com';
  await signUp({ username, password });
  const first = pool.codeFor(username);
  await resendSignUpCode({ username });
  const second = pool.codeFor(username);

  if (first !== second)
    await expect(confirmSignUp({ username, confirmationCode: first })).rejects.toMatchObject({
      name: 'CodeMismatchException',
      message: 'Invalid verification code provided, please try again.',
    });
  await confirmSignUp({ username, confirmationCode: second });
  await expect(confirmSignUp({ username, confirmationCode: second })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User cannot be confirmed. Current status is CONFIRMED',
  });
});

test('an address can sign up once, and never with a weak password', async () => {
  const username = await person('once@example.com');
  await expect(signUp({ username: 'ONCE@example.com', password })).rejects.toMatchObject({
    name: 'UsernameExistsException',
  });
  await expect(signUp({ username: `new-${username}`, password: 'short' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password did not conform with policy: Password not long enough',
  });
});

test.each([
  ['with the password from the sign-up', true],
  ['by USER_AUTH, with the session from ConfirmSignUp', { authFlowType: 'USER_AUTH' } as const],
])('confirming a sign-up can also sign in: %s', async (_, autoSignInOption) => {
  const username = `auto-${typeof autoSignInOption}@example.com`;
  const options = { userAttributes: {}, autoSignIn: autoSignInOption };
  await signUp({ username, password, options });
  const confirmationCode = pool.codeFor(username);
  const { nextStep } = await confirmSignUp({ username, confirmationCode });
  expect(nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN');
  expect((await autoSignIn()).isSignedIn).toBe(true);
  // Amplify silently drops an autoSignIn less than 300 ms after the last one.
  await setTimeout(350);
});

test('USER_AUTH uses the preferred factor', async () => {
  const username = await person('prefers@example.com');
  for (const preferredChallenge of ['PASSWORD', 'PASSWORD_SRP'] as const) {
    const options = { authFlowType: 'USER_AUTH', preferredChallenge } as const;
    expect((await signIn({ username, password, options })).isSignedIn).toBe(true);
    await signOut();
  }
});

test('USER_AUTH offers a choice if there is no preferred factor', async () => {
  const username = await person('chooses@example.com');
  for (const challengeResponse of ['PASSWORD', 'PASSWORD_SRP']) {
    const { nextStep } = await signIn({ username, options: { authFlowType: 'USER_AUTH' } });
    expect(nextStep).toEqual({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    });
    const chosen = await confirmSignIn({ challengeResponse });
    expect(chosen.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_PASSWORD');
    expect((await confirmSignIn({ challengeResponse: password })).isSignedIn).toBe(true);
    await signOut();
  }
});

test('invited people replace the temporary password, with one that follows the policy', async () => {
  const username = 'invited@example.com';
  await pool.call('AdminCreateUser', { Username: username });
  const temporary = pool.mails.at(-1)?.text.match(/password is (\S+)\. $/)?.[1] ?? '';

  const { nextStep } = await signIn({ username, password: temporary });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await expect(confirmSignIn({ challengeResponse: 'weak' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  });
  const options = { userAttributes: { name: 'Ida' } };
  expect((await confirmSignIn({ challengeResponse: password, options })).isSignedIn).toBe(true);
  expect(await idClaims()).toMatchObject({ email: username, name: 'Ida', email_verified: false });

  await signOut();
  expect((await signIn({ username, password })).isSignedIn).toBe(true);
});

test('a forced refresh includes groups joined since', async () => {
  const username = await person('joins@example.com');
  await signIn({ username, password, options: byPassword });
  expect(await idClaims()).not.toHaveProperty('cognito:groups');

  for (const GroupName of ['readers', 'owners'])
    await pool.call('AdminAddUserToGroup', { Username: username, GroupName });
  await fetchAuthSession({ forceRefresh: true });
  expect(await idClaims()).toMatchObject({ 'cognito:groups': ['owners', 'readers'] });
});

test('signing out ends this session only', async () => {
  const username = await person('leaves@example.com');
  const elsewhere = await signInElsewhere(username);
  await signIn({ username, password, options: byPassword });
  const AccessToken = (await fetchAuthSession()).tokens?.accessToken.toString() ?? '';
  await signOut();

  expect(await pool.call('GetUser', { AccessToken })).toMatchObject({
    __type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  });
  const refreshed = await pool.call('GetTokensFromRefreshToken', elsewhere);
  expect(refreshed.AuthenticationResult.ExpiresIn).toBe(3600);
});

test('signing out everywhere ends every session', async () => {
  const username = await person('everywhere@example.com');
  const elsewhere = await signInElsewhere(username);
  await signIn({ username, password, options: byPassword });
  await signOut({ global: true });

  expect(await pool.call('GetTokensFromRefreshToken', elsewhere)).toMatchObject({
    __type: 'NotAuthorizedException',
    message: 'Refresh Token has been revoked',
  });
});

test('Amplify ends a session whose refresh token was revoked', async () => {
  const username = await person('over@example.com');
  await signIn({ username, password, options: byPassword });
  const AccessToken = (await fetchAuthSession()).tokens?.accessToken.toString();
  await pool.call('GlobalSignOut', { AccessToken });

  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined();
  await expect(getCurrentUser()).rejects.toThrow();
});

async function person(email: string): Promise<string> {
  await pool.cognito.createPerson({ email, password });
  return email;
}

async function signInElsewhere(username: string): Promise<{ RefreshToken: string }> {
  const { AuthenticationResult } = await pool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  });
  return { RefreshToken: AuthenticationResult.RefreshToken };
}

async function idClaims() {
  return (await fetchAuthSession()).tokens?.idToken?.payload;
}
