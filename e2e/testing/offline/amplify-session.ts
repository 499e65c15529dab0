import { decodeJWT } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import type { Page } from 'playwright-core';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { configureAmplify, type Outputs } from '../../../tools/operate/cognito-sign-in.ts';
import { password } from '../backend/signed-in-person.ts';

/** A session as Amplify stores it on a device: name → token. */
export type AmplifySession = {
  readonly email: string;
  readonly username: string;
  readonly tokens: readonly (readonly [name: string, token: string])[];
};

let people = 0;

/** Creates a new account and signs in to it. */
export async function newSession(
  cloud: LocalBackend,
  email = `person-${(people += 1)}@example.com`,
): Promise<AmplifySession> {
  await cloud.cognito.createPerson({ email, password });
  return signInForSession(cloud, email);
}

/** Opens a session, hands it to Amplify and captures what that stores. */
export async function signInForSession(
  cloud: LocalBackend,
  email: string,
): Promise<AmplifySession> {
  const kept = new Map<string, string>();
  configureAmplify((await cloud.outputs()) as Outputs);
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (name, token) => void kept.set(name, token),
    getItem: async (name) => kept.get(name) ?? null,
    removeItem: async (name) => void kept.delete(name),
    clear: async () => kept.clear(),
  });
  const { IdToken, AccessToken, RefreshToken } = await cloud.cognito.openSession(email);
  const accessToken = decodeJWT(AccessToken);
  const username = accessToken.payload['username'] as string;
  await cognitoUserPoolsTokenProvider.tokenOrchestrator.setTokens({
    tokens: {
      accessToken,
      idToken: decodeJWT(IdToken),
      refreshToken: RefreshToken,
      clockDrift: 0,
      username,
      signInDetails: { loginId: email, authFlowType: 'USER_SRP_AUTH' },
    },
  });
  return { email, username, tokens: [...kept] };
}

/** Replaces the tokens that the app has stored. */
export async function putTokens(
  page: Page,
  { tokens }: Pick<AmplifySession, 'tokens'>,
): Promise<void> {
  await page.evaluate(async (all) => {
    // Opened before the app has created it, the database would be empty.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'formstead'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction('tokens', 'readwrite');
    transaction.objectStore('tokens').clear();
    for (const [name, token] of all) transaction.objectStore('tokens').put(token, name);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    opening.result.close();
  }, tokens);
}

/** The same session some hours later: the tokens must be renewed before they can be used. */
export function withExpiredTokens(session: AmplifySession): AmplifySession {
  return {
    ...session,
    tokens: session.tokens.map(([name, token]) => [
      name,
      /\.(id|access)Token$/.test(name) ? expiredToken(token) : token,
    ]),
  };
}

/** A session that was revoked elsewhere. */
export function withRevokedTokens(session: AmplifySession): AmplifySession {
  return {
    ...session,
    tokens: session.tokens.map(([name, token]) => [
      name,
      name.endsWith('.refreshToken') ? 'revoked' : token,
    ]),
  };
}

function expiredToken(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const past = { ...claims, exp: Math.floor(Date.now() / 1000) - 3600 };
  return [header, Buffer.from(JSON.stringify(past)).toString('base64url'), signature].join('.');
}
