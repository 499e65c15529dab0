import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createDatabase } from '../device/database.ts';
import { inTurn } from '../device/turns.ts';
import { boundCognito } from './bounded-fetch.ts';
import type { SignedIn } from './identity.ts';
import { endOfSession } from './revoked.ts';
import { createTokenStorage } from './token-storage.ts';

const storage = createTokenStorage(createDatabase());

/** Where the service worker finds them as well. To be called right after Amplify is configured. */
export function keepTokensInDatabase(): void {
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  boundCognito(globalThis, noteEnd);
}

/** Beside the tokens, which Amplify throws away: whoever renews first, a tab or the service worker, tells all. */
const endName = 'formstead.end';

/** On the disk before Amplify hears of it. */
async function noteEnd(answer: Response): Promise<void> {
  const end = await endOfSession(answer);
  if (end) await storage.setItem(endName, end);
}

/** Whether the session whose tokens are gone was ended by somebody, and has not run out. */
export async function isRevoked(): Promise<boolean> {
  return (await storage.getItem(endName)) === 'revoked';
}

/** Milliseconds: one renewal, and whatever another tab may be at. */
const bounds = { wait: 20_000, hold: 20_000 };

/** One at a time, across tabs and the service worker: a renewal, or a sign-out. */
export function holdingTokens<Value>(change: () => Promise<Value>): Promise<Value> {
  return inTurn(navigator.locks, 'formstead:tokens', bounds, change);
}

/** A sign-out: a renewal on its way would put its tokens back after they were thrown away. */
export function endingTokens(signOut: () => Promise<void>): Promise<void> {
  return holdingTokens(async () => {
    await signOut();
    // Amplify has begun to throw them away, and does not wait until they are gone.
    await storage.clear();
  });
}

/** Those that wait for their turn, each for everyone who asks meanwhile: a tab would wait for itself. */
const waiting = new Map<boolean, Promise<SignedIn | undefined>>();

/** Who is signed in, by Amplify, in a tab or in the service worker. Throws when nobody can tell. */
export function signedIn({ fresh }: { readonly fresh: boolean }): Promise<SignedIn | undefined> {
  const asked = waiting.get(fresh) ?? ask(fresh).finally(() => waiting.delete(fresh));
  waiting.set(fresh, asked);
  return asked;
}

async function ask(fresh: boolean): Promise<SignedIn | undefined> {
  // Two that refresh at once would be two refresh tokens, of which one is worth nothing.
  const tokens = await holdingTokens(() => {
    waiting.delete(fresh);
    return storage.read(() => cognitoUserPoolsTokenProvider.getTokens({ forceRefresh: fresh }));
  });
  const { idToken } = tokens ?? {};
  if (!idToken) return undefined;
  const { 'cognito:username': username, 'cognito:groups': groups, email } = idToken.payload;
  if (typeof username !== 'string') return undefined;
  return {
    token: idToken.toString(),
    person: {
      username,
      email: typeof email === 'string' ? email : '',
      ...(Array.isArray(groups) && groups.includes('owners') && { isOwner: true }),
    },
  };
}
