import { expect, test } from 'vitest';
import { endOfSession } from './session-end.ts';

const answer = (status: number, body: object | string) =>
  endOfSession(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

const refused = (__type: string, message: string) => answer(400, { __type, message });

test('an expired session is distinguished from a revoked one', async () => {
  const notAuthorized = 'NotAuthorizedException';
  expect(await refused(notAuthorized, 'Refresh Token has expired')).toBe('expired');
  expect(await refused(`com.amazonaws#${notAuthorized}`, 'Refresh Token has expired')).toBe(
    'expired',
  );
  for (const [name, message] of [
    [notAuthorized, 'Refresh Token has been revoked'],
    [notAuthorized, 'Invalid Refresh Token'],
    [notAuthorized, 'User is disabled.'],
    [`com.amazonaws.cognito.identity.idp.model#${notAuthorized}`, 'Refresh Token has been revoked'],
    ['TokenRevokedException', ''],
    ['UserNotFoundException', 'User does not exist.'],
    ['PasswordResetRequiredException', 'Password reset required for the user'],
    ['RefreshTokenReuseException', 'Refresh Token has been rotated'],
    ['UserNotConfirmedException', 'The password has expired'],
  ] as const)
    expect([name, message, await refused(name, message)]).toEqual([name, message, 'revoked']);
});

test('an answer that does not end the session is ignored', async () => {
  expect(await answer(200, { AuthenticationResult: {} })).toBeUndefined();
  expect(await answer(400, { __type: 'TooManyRequestsException' })).toBeUndefined();
  expect(await answer(500, { __type: 'NotAuthorizedException' })).toBeUndefined();
  await expect(answer(403, '<html>A café</html>')).rejects.toThrow();
});
