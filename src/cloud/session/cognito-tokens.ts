import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createDatabase } from '../../device/device-database.ts';
import { withLock } from '../../device/with-lock.ts';
import { limitCognitoRequests } from './cognito-fetch-timeout.ts';
import type { SignedIn } from './identity.ts';
import { endOfSession } from './session-end.ts';
import { createTokenStorage } from './token-storage.ts';

const storage = createTokenStorage(createDatabase());

/** Makes Amplify use the token storage above. To be called right after Amplify is configured. */
export function keepTokensInDatabase(): void {
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  limitCognitoRequests(globalThis, recordSessionEnd);
}

/** Stored beside the tokens, which Amplify deletes: all tabs and the service worker learn how the session ended. */
const sessionEndName = 'formstead.end';

/** Writes it before Amplify gets the answer. */
async function recordSessionEnd(answer: Response): Promise<void> {
  const end = await endOfSession(answer);
  if (end) await storage.setItem(sessionEndName, end);
}

/** Whether the session was ended by somebody, and has not just expired. */
export async function isRevoked(): Promise<boolean> {
  return (await storage.getItem(sessionEndName)) === 'revoked';
}

/** Milliseconds: enough for a renewal here, and for one in another tab before it. */
const bounds = { wait: 20_000, hold: 20_000 };

/** Runs a renewal or a sign-out, one at a time across tabs and the service worker. */
export function withTokenLock<Value>(change: () => Promise<Value>): Promise<Value> {
  return withLock(navigator.locks, 'formstead:tokens', bounds, change);
}

/** Runs a sign-out. Without the lock, a renewal under way would store its tokens afterwards. */
export function clearingTokens(signOut: () => Promise<void>): Promise<void> {
  return withTokenLock(async () => {
    await signOut();
    // Amplify begins to delete them, but does not wait until they are gone.
    await storage.clear();
  });
}

/** Reads that wait for the lock. Callers that come meanwhile share them, or a tab would wait for itself. */
const waiting = new Map<boolean, Promise<SignedIn | undefined>>();

/** Who is signed in according to Amplify, in a tab or in the service worker. Throws when that is unknown. */
export function signedIn({ fresh }: { readonly fresh: boolean }): Promise<SignedIn | undefined> {
  const reading = waiting.get(fresh) ?? readSignedIn(fresh).finally(() => waiting.delete(fresh));
  waiting.set(fresh, reading);
  return reading;
}

async function readSignedIn(fresh: boolean): Promise<SignedIn | undefined> {
  // Two renewals at once would give two refresh tokens, one of them invalid.
  const tokens = await withTokenLock(() => {
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
