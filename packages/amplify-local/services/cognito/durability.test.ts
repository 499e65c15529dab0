import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Mail } from './cognito-server.ts';
import { call, codeIn, password, startTestPool } from '../../testing/test-pool.ts';

test('people, sessions and keys survive a restart', async () => {
  const stateFile = await freshStateFile();
  const before = await startTestPool(() => {}, { stateFile });
  await before.cognito.createPerson({ email: 'ada@example.com', password, groups: ['owners'] });
  const AuthParameters = { USERNAME: 'ada@example.com', PASSWORD: password };
  const { AuthenticationResult } = await before.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  });
  await before.cognito.close();

  const after = await startTestPool(onTestFinished, { stateFile });
  expect(after.cognito.jwks).toEqual(before.cognito.jwks);
  const { AccessToken, RefreshToken } = AuthenticationResult;
  expect(await after.call('GetUser', { AccessToken })).toHaveProperty('Username');
  const refreshed = await after.call('GetTokensFromRefreshToken', { RefreshToken });
  expect(refreshed.AuthenticationResult.ExpiresIn).toBe(3600);
});

test('a kill -9 during sign-ups loses none that was acknowledged', async () => {
  const stateFile = await freshStateFile();
  const { child, url, mails } = await startChild(stateFile);
  const gone = once(child, 'exit');
  const acknowledged: string[] = [];
  const keepSigningUp = async (writer: number) => {
    for (let attempt = 0; ; attempt += 1) {
      const Username = `w${writer}-${attempt}@example.com`;
      const answer = await call(url, 'SignUp', { Username, Password: password });
      if (!answer.__type) acknowledged.push(Username);
      if (acknowledged.length === 40) child.kill('SIGKILL');
    }
  };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) => keepSigningUp(at)),
  );
  await gone;
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);

  const pool = await startTestPool(onTestFinished, { stateFile });
  for (const Username of acknowledged) {
    const ConfirmationCode = codeIn(mails.findLast(({ to }) => to === Username));
    const answer = await pool.call('ConfirmSignUp', { Username, ConfirmationCode });
    expect(answer).not.toHaveProperty('__type');
  }
});

test('neither the state nor the log contains a secret', async () => {
  const pool = await startTestPool(onTestFinished);
  const email = 'secretive@example.com';
  await pool.call('SignUp', { Username: email, Password: password });
  const ConfirmationCode = pool.codeFor(email);
  await pool.call('ForgotPassword', { Username: email });
  const pending = await readFile(pool.stateFile, 'utf8');
  await pool.call('ConfirmSignUp', { Username: email, ConfirmationCode });
  const { AuthenticationResult } = await pool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  await pool.call('GetUser', AuthenticationResult);
  await pool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Wrong-Horse-7' },
  });

  const state = pending + (await readFile(pool.stateFile, 'utf8'));
  const log = pool.lines.join('\n');
  const { RefreshToken, AccessToken, IdToken } = AuthenticationResult;
  for (const secret of [password, 'Wrong-Horse-7', RefreshToken, AccessToken, IdToken]) {
    expect(state).not.toContain(secret);
    expect(log).not.toContain(secret);
  }
  expect(state).not.toMatch(new RegExp(`"${ConfirmationCode}"`));
  for (const secret of [email, ConfirmationCode]) expect(log).not.toContain(secret);
  expect(pool.lines).toContain('InitiateAuth: NotAuthorizedException');
  expect(state).toContain(email);
});

test.skipIf(process.platform === 'win32')('only its owner may read the state file', async () => {
  const pool = await startTestPool(onTestFinished);
  expect((await stat(pool.stateFile)).mode & 0o777).toBe(0o600);
});

test('a state file that is invalid or from another pool is not overwritten', async () => {
  const stateFile = await freshStateFile();
  for (const [text, message] of [
    ['{"poolId":', 'is not JSON'],
    ['{"poolId":"us-east-1_Other"}', 'belongs to the user pool us-east-1_Other'],
  ] as const) {
    await writeFile(stateFile, text);
    await expect(startTestPool(() => {}, { stateFile })).rejects.toThrow(message);
    expect(await readFile(stateFile, 'utf8')).toBe(text);
  }
});

async function freshStateFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cognito-state-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'cognito.json');
}

async function startChild(stateFile: string) {
  const child: ChildProcess = fork(
    join(import.meta.dirname, '../../testing/test-pool-process.ts'),
    [stateFile],
    {
      execArgv: [],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const mails: Mail[] = [];
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  child.on('message', (mail: Mail) => mails.push(mail));
  return { child, url, mails };
}
