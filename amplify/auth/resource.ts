import { defineAuth } from '@aws-amplify/backend';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnIdentityPool, CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';

/** People sign up with their email address; members of `owners` may read everyone's responses. */
export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'CODE',
      verificationEmailSubject: 'Your Formstead code',
      verificationEmailBody: (createCode) => `Your code is ${createCode()}`,
    },
  },
  groups: ['owners'],
});

type Accounts = {
  readonly cfnUserPool: CfnUserPool;
  readonly cfnUserPoolClient: CfnUserPoolClient;
  readonly cfnIdentityPool: CfnIdentityPool;
};

/** Amplify's defaults, tightened. Properties, not overrides: an override never reaches amplify_outputs.json. */
export function tighten(
  { cfnUserPool, cfnUserPoolClient, cfnIdentityPool }: Accounts,
  keep: boolean,
) {
  // Length, not composition, is what makes a password strong: NIST SP 800-63B 3.1.1.2.
  cfnUserPool.policies = {
    ...cfnUserPool.policies,
    passwordPolicy: {
      minimumLength: 12,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
    },
  };
  cfnUserPool.deletionProtection = keep ? 'ACTIVE' : 'INACTIVE';
  if (keep) cfnUserPool.applyRemovalPolicy(RemovalPolicy.RETAIN);
  cfnIdentityPool.allowUnauthenticatedIdentities = false;
  shortenSessions(cfnUserPoolClient);
  // No hosted sign-in page: Amplify would otherwise allow one that returns to https://example.com.
  cfnUserPoolClient.allowedOAuthFlowsUserPoolClient = false;
  cfnUserPoolClient.allowedOAuthFlows = undefined;
  cfnUserPoolClient.allowedOAuthScopes = undefined;
  cfnUserPoolClient.callbackUrLs = undefined;
}

/**
 * What is stolen is soon worth nothing: id and access tokens live a quarter of an hour, and a refresh
 * token is good for one use, but for a minute in which a lost answer can be asked for again. Decision 15.
 */
function shortenSessions(client: CfnUserPoolClient): void {
  client.idTokenValidity = 15;
  client.accessTokenValidity = 15;
  client.refreshTokenValidity = 30;
  client.tokenValidityUnits = { idToken: 'minutes', accessToken: 'minutes', refreshToken: 'days' };
  client.refreshTokenRotation = { feature: 'ENABLED', retryGracePeriodSeconds: 60 };
  // Not ALLOW_REFRESH_TOKEN_AUTH: it would renew without rotating, and Cognito takes only one of the two.
  client.explicitAuthFlows = ['ALLOW_USER_SRP_AUTH'];
}
