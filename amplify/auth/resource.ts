import { defineAuth } from '@aws-amplify/backend';
import { brand } from '#brand/brand.ts';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnIdentityPool, CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';

/** People sign up with their email address; members of `owners` may read everyone's responses. */
export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'CODE',
      verificationEmailSubject: `Your ${brand.name} code`,
      verificationEmailBody: (createCode) => `Your code is ${createCode()}`,
    },
  },
  groups: ['owners'],
});

type CognitoResources = {
  readonly cfnUserPool: CfnUserPool;
  readonly cfnUserPoolClient: CfnUserPoolClient;
  readonly cfnIdentityPool: CfnIdentityPool;
};

/** Makes Amplify's defaults stricter. Uses properties, because overrides do not reach amplify_outputs.json. */
export function hardenAuth(
  { cfnUserPool, cfnUserPoolClient, cfnIdentityPool }: CognitoResources,
  isKept: boolean,
) {
  // Length makes a password strong, not composition: NIST SP 800-63B 3.1.1.2.
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
  cfnUserPool.deletionProtection = isKept ? 'ACTIVE' : 'INACTIVE';
  if (isKept) cfnUserPool.applyRemovalPolicy(RemovalPolicy.RETAIN);
  cfnIdentityPool.allowUnauthenticatedIdentities = false;
  shortenSessions(cfnUserPoolClient);
  // No hosted sign-in page: Amplify would otherwise allow one that returns to https://example.com.
  cfnUserPoolClient.allowedOAuthFlowsUserPoolClient = false;
  cfnUserPoolClient.allowedOAuthFlows = undefined;
  cfnUserPoolClient.allowedOAuthScopes = undefined;
  cfnUserPoolClient.callbackUrLs = undefined;
}

/**
 * Makes stolen tokens useless soon: id and access tokens live 15 minutes, and a refresh token can be used once.
 * It works for one more minute, in case the response was lost: decision 15.
 */
function shortenSessions(client: CfnUserPoolClient): void {
  client.idTokenValidity = 15;
  client.accessTokenValidity = 15;
  client.refreshTokenValidity = 30;
  client.tokenValidityUnits = { idToken: 'minutes', accessToken: 'minutes', refreshToken: 'days' };
  client.refreshTokenRotation = { feature: 'ENABLED', retryGracePeriodSeconds: 60 };
  // Not ALLOW_REFRESH_TOKEN_AUTH, which renews without rotation. Cognito does not accept both.
  client.explicitAuthFlows = ['ALLOW_USER_SRP_AUTH'];
}
