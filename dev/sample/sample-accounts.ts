import { signIn, type Outputs } from '../../tools/operate/cognito-sign-in.ts';
import type { Aws } from '../../tools/operate/signed-aws-calls.ts';
import { demoPassword } from '../demo-accounts.ts';
import type { SamplePerson } from './sample-people.ts';

/** Makes an account for a person, unless there is one from before, and signs in. Returns the ID token. */
export async function openAccount(
  { outputs, aws }: { readonly outputs: Outputs; readonly aws: Aws },
  { email }: SamplePerson,
): Promise<string> {
  const admin = (operation: string, input: object) =>
    aws.call('cognito-idp', `AWSCognitoIdentityProviderService.${operation}`, {
      UserPoolId: outputs.auth.user_pool_id,
      Username: email,
      ...input,
    });
  await admin('AdminCreateUser', {
    // Without a mail: nobody has to read a code.
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  }).catch((error: unknown) => {
    const isThere = error instanceof Error && error.name === 'UsernameExistsException';
    if (!isThere) throw error;
  });
  await admin('AdminSetUserPassword', { Password: demoPassword, Permanent: true });
  return (await signIn(outputs, { username: email, password: demoPassword })).idToken;
}
