import { signOut as signOutOfCognito } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { configureAmplify } from './config.ts';
import type { Identity } from './identity.ts';
import { endingTokens, keepTokensInDatabase, signedIn } from './tokens.ts';

configureAmplify();
keepTokensInDatabase();

/** Amplify's errors after which it has thrown the tokens away; after any other it still has them. */
const lost =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

/** Who is signed in, by Amplify. Loaded only when it is asked: see `session.ts`. */
export const identity: Identity = {
  signedIn,
  signOut: () => endingTokens(signOutOfCognito),
  onChange,
};

function onChange(listener: (isSignedIn: boolean) => void): void {
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'signedIn') listener(true);
    if (payload.event === 'signedOut') listener(false);
    if (payload.event === 'tokenRefresh_failure' && lost.test(payload.data.error?.name ?? ''))
      listener(false);
  });
}
