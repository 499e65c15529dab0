import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createDatabase } from '../device/database.ts';
import type { SignedIn } from './identity.ts';
import { createTokenStorage } from './token-storage.ts';

const storage = createTokenStorage(createDatabase());

/** Where the service worker finds them as well. To be called right after Amplify is configured. */
export function keepTokensInDatabase(): void {
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
}

/** One at a time, across tabs and the service worker: a renewal, or a sign-out. */
export function holdingTokens<Value>(change: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request('formstead:tokens', change);
}

/** A sign-out: a renewal on its way would put its tokens back after they were thrown away. */
export function endingTokens(signOut: () => Promise<void>): Promise<void> {
  return holdingTokens(async () => {
    await signOut();
    // Amplify has begun to throw them away, and does not wait until they are gone.
    await storage.clear();
  });
}

/** Who is signed in, by Amplify, in a tab or in the service worker. Throws when Cognito cannot be reached. */
export async function signedIn({
  fresh,
}: {
  readonly fresh: boolean;
}): Promise<SignedIn | undefined> {
  // Two that refresh at once would be two refresh tokens, of which one is worth nothing.
  const tokens = await holdingTokens(() =>
    cognitoUserPoolsTokenProvider.getTokens({ forceRefresh: fresh }),
  );
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
