import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { claimsOf, password, poolId, startTestPool } from '../../testing/test-pool.ts';

const target = 'AWSCognitoIdentityProviderService.';

test('browsers on other origins may send what Amplify sends, but no administrator’s requests', async () => {
  const { cognito } = await startTestPool(onTestFinished);
  const { status, headers } = await fetch(`${cognito.url}/_local/cognito`, { method: 'OPTIONS' });
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  const allowed = headers.get('access-control-allow-headers')?.split(', ');
  const sent =
    'content-type x-amz-target cache-control x-amz-user-agent amz-sdk-invocation-id amz-sdk-request';
  expect(allowed).toEqual(expect.arrayContaining(sent.split(' ')));
  expect(allowed).not.toContain('authorization');
});

test('administrators’ requests must be signed', async () => {
  const { cognito, call } = await startTestPool(onTestFinished);
  await cognito.createPerson({ email: 'ada@example.com', password });
  const body = JSON.stringify({ UserPoolId: poolId, Username: 'ada@example.com' });
  const response = await post(cognito.url, 'AdminSetUserPassword', body);
  expect(await response.json()).toEqual({
    __type: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  });
  const elsewhere = { UserPoolId: 'us-east-1_Elsewhere', Username: 'ada@example.com' };
  expect((await call('AdminConfirmSignUp', elsewhere)).__type).toBe('ResourceNotFoundException');
});

test('administrators can confirm people, set passwords and change groups', async () => {
  const { call, mails } = await startTestPool(onTestFinished);
  const Username = 'ada@example.com';
  await call('SignUp', { Username, Password: password });
  expect(await call('AdminConfirmSignUp', { Username })).toEqual({});
  const Password = 'Another-Horse-7';
  expect((await call('AdminSetUserPassword', { Username, Password: 'weak' })).__type).toBe(
    'InvalidPasswordException',
  );
  expect(await call('AdminSetUserPassword', { Username, Password, Permanent: true })).toEqual({});
  const owners = { Username, GroupName: 'owners' };
  expect(await call('AdminAddUserToGroup', owners)).toEqual({});
  expect(await call('AdminRemoveUserFromGroup', owners)).toEqual({});
  expect(await call('AdminAddUserToGroup', { Username, GroupName: 'kings' })).toMatchObject({
    __type: 'ResourceNotFoundException',
  });
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const signedIn = await call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  expect(claimsOf(signedIn.AuthenticationResult.IdToken)['email_verified']).toBe(false);

  const invited = { Username: 'ida@example.com' };
  await call('AdminCreateUser', { ...invited, MessageAction: 'SUPPRESS' });
  expect(mails.filter(({ to }) => to === 'ida@example.com')).toEqual([]);
  await call('AdminCreateUser', { ...invited, MessageAction: 'RESEND' });
  expect(mails.at(-1)).toMatchObject({ to: 'ida@example.com', subject: 'Your temporary password' });
});

test('an unsupported operation is refused by name', async () => {
  const { call, lines } = await startTestPool(onTestFinished);
  expect(await call('AssociateSoftwareToken', {})).toEqual({
    __type: 'UnknownOperationException',
    message: 'The local Cognito has no operation "AssociateSoftwareToken".',
  });
  expect(lines).toEqual(['Unknown operation: UnknownOperationException']);
});

test.each([
  ['not JSON', '{', 400, 'SerializationException'],
  ['not an object', '[]', 400, 'SerializationException'],
  ['a number for a name', '{"ClientId": 7}', 400, 'SerializationException'],
  ['nothing', '{}', 400, 'InvalidParameterException'],
  ['a novel', JSON.stringify({ x: 'x'.repeat(5_000_000) }), 413, 'RequestEntityTooLargeException'],
])('a body that is %s is refused', async (_, body, status, code) => {
  const { cognito } = await startTestPool(onTestFinished);
  const response = await post(cognito.url, 'SignUp', body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ __type: code });
});

test('it answers on both loopback addresses', async () => {
  const { cognito } = await startTestPool(onTestFinished);
  const { port } = new URL(cognito.url);
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const hasIPv6 = addresses.some(({ address }) => address === '::1');
  for (const host of ['localhost', '127.0.0.1', ...(hasIPv6 ? ['[::1]'] : [])])
    expect((await fetch(`http://${host}:${port}`, { method: 'OPTIONS' })).status).toBe(200);
});

test('new settings apply from the next request on', async () => {
  const { cognito, call } = await startTestPool(onTestFinished);
  cognito.update({ ...cognito.settings, selfSignUp: false });
  const answer = await call('SignUp', { Username: 'ada@example.com', Password: password });
  expect(answer.message).toBe('SignUp is not permitted for this user pool');
  expect(() => cognito.update({ ...cognito.settings, poolId: 'us-east-1_Other' })).toThrow('Other');
});

test('creating a demo account again changes nothing', async () => {
  const { cognito, call } = await startTestPool(onTestFinished);
  const email = 'owner@example.com';
  const AuthParameters = { USERNAME: email, PASSWORD: password };
  const signIn = () => call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  await cognito.createPerson({ email, password: 'Old-Password-1' });
  await cognito.createPerson({ email, password, groups: ['owners'] });
  const first = await signIn();
  await cognito.createPerson({ email, password, groups: ['owners'] });
  const { AccessToken } = first.AuthenticationResult;
  expect(await call('GetUser', { AccessToken })).toHaveProperty('Username');
  await expect(cognito.createPerson({ email, password, groups: ['kings'] })).rejects.toThrow(
    'kings',
  );
});

function post(url: string, operation: string, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'x-amz-target': target + operation }, body });
}
