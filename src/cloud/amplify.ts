import { fetchAuthSession, signOut as signOutOfCognito } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { configureAmplify } from './config.ts';
import type { Identity, SignedIn } from './session.ts';

/** Amplify's errors after which it has thrown the tokens away; after any other it still has them. */
const lost =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

configureAmplify();

/** Who is signed in, by Amplify. Loaded only when it is asked: see `session.ts`. */
export const identity: Identity = { signedIn, signOut, onChange };

async function signedIn({ fresh }: { readonly fresh: boolean }): Promise<SignedIn | undefined> {
  const { tokens } = await fetchAuthSession({ forceRefresh: fresh });
  const { idToken } = tokens ?? {};
  if (!idToken) return undefined;
  const { 'cognito:username': username, email } = idToken.payload;
  if (typeof username !== 'string') return undefined;
  return {
    token: idToken.toString(),
    person: { username, email: typeof email === 'string' ? email : '' },
  };
}

async function signOut(): Promise<void> {
  await signOutOfCognito();
}

function onChange(listener: (isSignedIn: boolean) => void): void {
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'signedIn') listener(true);
    if (payload.event === 'signedOut') listener(false);
    if (payload.event === 'tokenRefresh_failure' && lost.test(payload.data.error?.name ?? ''))
      listener(false);
  });
}
