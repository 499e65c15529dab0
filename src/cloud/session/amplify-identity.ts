import { signOut as signOutOfCognito } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { configureAmplify } from './configure-amplify.ts';
import type { Identity } from './identity.ts';
import { tokensLost } from './session-end.ts';
import { clearingTokens, isRevoked, keepTokensInDatabase, signedIn } from './cognito-tokens.ts';

configureAmplify();
keepTokensInDatabase();

/** Amplify as an `Identity`. Loaded when it is first needed: see `session.ts`. */
export const identity: Identity = {
  signedIn,
  isRevoked,
  signOut: () => clearingTokens(signOutOfCognito),
  onChange,
};

function onChange(listener: (isSignedIn: boolean) => void): void {
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'signedIn') listener(true);
    if (payload.event === 'signedOut') listener(false);
    if (payload.event === 'tokenRefresh_failure' && tokensLost.test(payload.data.error?.name ?? ''))
      listener(false);
  });
}
