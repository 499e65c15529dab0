import { defineAuth } from '@aws-amplify/backend';
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
  cfnIdentityPool.allowUnauthenticatedIdentities = false;
  // No hosted sign-in page: Amplify would otherwise allow one that returns to https://example.com.
  cfnUserPoolClient.allowedOAuthFlowsUserPoolClient = false;
  cfnUserPoolClient.allowedOAuthFlows = undefined;
  cfnUserPoolClient.allowedOAuthScopes = undefined;
  cfnUserPoolClient.callbackUrLs = undefined;
}
