import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signIn as signInToCognito, signOut } from 'aws-amplify/auth';
import { ConsoleLogger, parseAmplifyConfig } from 'aws-amplify/utils';

/** The part of `amplify_outputs.json` that a call to the API needs. */
export type Outputs = {
  readonly auth: { readonly user_pool_id: string };
  readonly custom: {
    /** The address of a local Cognito; absent in AWS. */
    readonly userPoolEndpoint?: string;
    /** The address of a local AWS, for operators; absent in AWS. */
    readonly awsEndpoint?: string;
    readonly API: { readonly formstead: { readonly endpoint: string } };
  };
};

export type SignedIn = {
  readonly username: string;
  readonly idToken: string;
  readonly accessToken: string;
};

// Amplify warns about every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR';

/** Signs in by SRP with aws-amplify's own functions, and out again at once; the ID token stays good for its quarter of an hour. */
export async function signIn(
  outputs: Outputs,
  account: { readonly username: string; readonly password: string },
): Promise<SignedIn> {
  configureAmplify(outputs);
  const { nextStep } = await signInToCognito(account);
  if (nextStep.signInStep !== 'DONE')
    throw new Error(`Cognito requires another step: ${nextStep.signInStep}.`);
  const { tokens } = await fetchAuthSession();
  await signOut();
  const username = tokens?.idToken?.payload['cognito:username'];
  if (typeof username !== 'string') throw new Error('Nobody is signed in.');
  return { username, idToken: String(tokens?.idToken), accessToken: String(tokens?.accessToken) };
}

/**
 * Like src/cloud/session/configure-amplify.ts in the browser: no identity pool, and a local user pool if
 * there is one.
 */
export function configureAmplify({ auth, custom: { userPoolEndpoint } }: Outputs): void {
  const { identity_pool_id: _, ...userPool } = auth as Record<string, unknown>;
  const config = parseAmplifyConfig({ version: '1.5', auth: userPool });
  if (config.Auth && userPoolEndpoint) Object.assign(config.Auth.Cognito, { userPoolEndpoint });
  Amplify.configure(config);
}
