import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createDatabase } from '../device/database.ts';
import type { SignedIn } from './identity.ts';
import { createTokenStorage } from './token-storage.ts';

/** Where the service worker finds them as well. To be called right after Amplify is configured. */
export function keepTokensInDatabase(): void {
  cognitoUserPoolsTokenProvider.setKeyValueStorage(createTokenStorage(createDatabase()));
}

/** Who is signed in, by Amplify, in a tab or in the service worker. Throws when Cognito cannot be reached. */
export async function signedIn({
  fresh,
}: {
  readonly fresh: boolean;
}): Promise<SignedIn | undefined> {
  // Two that refresh at once would be two refresh tokens, of which one is worth nothing.
  const tokens = await navigator.locks.request('formstead:tokens', () =>
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
