import { signOut as signOutOfCognito } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { configureAmplify } from './config.ts';
import type { Identity } from './identity.ts';
import { lost } from './revoked.ts';
import { endingTokens, isRevoked, keepTokensInDatabase, signedIn } from './tokens.ts';

configureAmplify();
keepTokensInDatabase();

/** Who is signed in, by Amplify. Loaded only when it is asked: see `session.ts`. */
export const identity: Identity = {
  signedIn,
  isRevoked,
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
