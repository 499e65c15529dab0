import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { auth, custom, version } from '#outputs';

/** Configures Amplify without the identity pool: the API takes the ID token, and nobody gets AWS credentials. */
export function configureAmplify(): void {
  const { identity_pool_id: _, ...userPool } = auth;
  const config = parseAmplifyConfig({ version, auth: userPool });
  const { userPoolEndpoint } = custom;
  // Amplify's configuration has this property, its outputs have not.
  if (config.Auth && userPoolEndpoint) Object.assign(config.Auth.Cognito, { userPoolEndpoint });
  Amplify.configure(config);
}
