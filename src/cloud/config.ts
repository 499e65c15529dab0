import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { auth, custom, version } from '#outputs';

/**
 * Tells Amplify about the user pool, and not about the identity pool: nobody is given AWS credentials,
 * the API takes the id token.
 */
export function configureAmplify(): void {
  const { identity_pool_id: _, ...userPool } = auth;
  const config = parseAmplifyConfig({ version, auth: userPool });
  const { userPoolEndpoint } = custom;
  // Amplify's outputs have no word for it, its configuration has.
  if (config.Auth && userPoolEndpoint) Object.assign(config.Auth.Cognito, { userPoolEndpoint });
  Amplify.configure(config);
}
