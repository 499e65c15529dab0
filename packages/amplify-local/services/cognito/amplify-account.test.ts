/** Changing one's own account with aws-amplify's unmodified functions. */
import { readFile } from 'node:fs/promises';
import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchAuthSession,
  fetchUserAttributes,
  resetPassword,
  sendUserAttributeVerificationCode,
  signIn,
  signOut,
  updatePassword,
  updateUserAttributes,
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
const newPassword = 'Battery-Staple-8';

test('attributes can be added and removed', async () => {
  await signedIn('ada@example.com');
  await updateUserAttributes({ userAttributes: { name: 'Ada', 'custom:team': 'engines' } });
  expect(await fetchUserAttributes()).toEqual({
    sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    email: 'ada@example.com',
    email_verified: 'true',
    name: 'Ada',
    'custom:team': 'engines',
  });
  await deleteUserAttributes({ userAttributeKeys: ['name'] });
  expect(await fetchUserAttributes()).not.toHaveProperty('name');
});

test.each([
  [{ 'custom:team': 'far too long' }, 'String must be no longer than 10 characters'],
  [{ 'custom:unknown': 'x' }, 'could not be determined'],
  [{ email: 'nonsense' }, 'Invalid email address format'],
  [{ email_verified: 'true' }, 'unauthorized attribute'],
])(
  'an address or attribute that the schema does not allow is refused: %o',
  async (userAttributes, message) => {
    await signedIn('schema@example.com');
    await expect(updateUserAttributes({ userAttributes })).rejects.toThrow(message);
  },
);

test('a new address replaces the old one once it is verified', async () => {
  await signedIn('old@example.com');
  const { email } = await updateUserAttributes({ userAttributes: { email: 'new@example.com' } });
  expect(email?.nextStep.updateAttributeStep).toBe('CONFIRM_ATTRIBUTE_WITH_CODE');
  expect(await fetchUserAttributes()).toMatchObject({ email: 'old@example.com' });

  await sendUserAttributeVerificationCode({ userAttributeKey: 'email' });
  const wrong = { userAttributeKey: 'email', confirmationCode: 'wrong' } as const;
  await expect(confirmUserAttribute(wrong)).rejects.toMatchObject({
    name: 'CodeMismatchException',
  });
  await confirmUserAttribute({
    userAttributeKey: 'email',
    confirmationCode: pool.codeFor('new@example.com'),
  });
  expect(await fetchUserAttributes()).toMatchObject({
    email: 'new@example.com',
    email_verified: 'true',
  });
  await signOut();
  expect((await attempt('new@example.com', password)).isSignedIn).toBe(true);
});

test("nobody can take somebody else's address", async () => {
  await pool.cognito.createPerson({ email: 'taken@example.com', password });
  await signedIn('taker@example.com');
  await expect(
    updateUserAttributes({ userAttributes: { email: 'Taken@example.com' } }),
  ).rejects.toMatchObject({ name: 'AliasExistsException' });
});

test('an address that somebody else has taken in the meantime is not confirmed', async () => {
  await signedIn('slow@example.com');
  await updateUserAttributes({ userAttributes: { email: 'wanted@example.com' } });
  await pool.cognito.createPerson({ email: 'wanted@example.com', password });
  const confirmationCode = pool.codeFor('wanted@example.com');
  await expect(
    confirmUserAttribute({ userAttributeKey: 'email', confirmationCode }),
  ).rejects.toMatchObject({ name: 'AliasExistsException' });
});

test('a changed password works at once, and sessions remain', async () => {
  await signedIn('change@example.com');
  await expect(updatePassword({ oldPassword: 'Not-Mine-1', newPassword })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  await expect(
    updatePassword({ oldPassword: password, newPassword: 'weak' }),
  ).rejects.toMatchObject({ name: 'InvalidPasswordException' });
  await updatePassword({ oldPassword: password, newPassword });
  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeDefined();

  await signOut();
  await expect(attempt('change@example.com', password)).rejects.toThrow('Incorrect username');
  expect((await signIn({ username: 'change@example.com', password: newPassword })).isSignedIn).toBe(
    true,
  );
});

test('a forgotten password can be replaced with a mailed code', async () => {
  const username = 'forgets@example.com';
  await pool.cognito.createPerson({ email: username, password });
  const { nextStep } = await resetPassword({ username });
  expect(nextStep.codeDeliveryDetails.destination).toBe('f***@e***');

  const confirmationCode = pool.codeFor(username);
  await expect(
    confirmResetPassword({ username, confirmationCode, newPassword: 'weak' }),
  ).rejects.toMatchObject({ name: 'InvalidPasswordException' });
  await confirmResetPassword({ username, confirmationCode, newPassword });
  expect((await attempt(username, newPassword)).isSignedIn).toBe(true);
  await expect(
    confirmResetPassword({ username, confirmationCode, newPassword }),
  ).rejects.toMatchObject({ name: 'ExpiredCodeException' });
});

test('deleting an account removes everything about it', async () => {
  const username = 'gone@example.com';
  await signedIn(username);
  await resetPassword({ username });
  const { sub = '' } = await fetchUserAttributes();
  expect(await readFile(pool.stateFile, 'utf8')).toContain(sub);
  await deleteUser();
  expect(await readFile(pool.stateFile, 'utf8')).not.toContain(sub);
  await expect(attempt(username, password)).rejects.toThrow('Incorrect username or password.');
  expect(pool.lines).toContain('RevokeToken: ok');
});

async function signedIn(email: string): Promise<void> {
  await pool.cognito.createPerson({ email, password });
  await attempt(email, password);
}

function attempt(username: string, password: string) {
  return signIn({ username, password, options: byPassword });
}
