/**
 * `npm run add-owner -- <email>`: lets the person with this account read the responses to all forms. In the local
 * cloud where one has run, else in the backend of `amplify_outputs.json`; `--pool <id>` names a user pool in AWS.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Outputs } from './cognito-sign-in.ts';
import { failureText } from './connection-error.ts';
import { openAws } from './signed-aws-calls.ts';

/** The group that `access-policy.ts` lets read responses. */
const GroupName = 'owners';

const { values, positionals } = parseArgs({
  options: { pool: { type: 'string' } },
  allowPositionals: true,
});
const [email] = positionals;
const pool = userPool();

if (email === undefined) {
  giveUp('Give the email address of the account: npm run add-owner -- you@example.com');
} else if (!pool) {
  giveUp('No backend found. Run npm start first, or name a user pool in AWS: --pool <id>');
} else {
  try {
    const aws = await openAws(pool.localUrl);
    const target = 'AWSCognitoIdentityProviderService.AdminAddUserToGroup';
    await aws.call('cognito-idp', target, { UserPoolId: pool.id, Username: email, GroupName });
    process.stdout.write(
      `${email} is now an owner. If they are signed in, they need to sign out and in again.\n`,
    );
  } catch (error) {
    const isUnknown = error instanceof Error && error.name === 'UserNotFoundException';
    giveUp(
      isUnknown
        ? `There is no account for ${email}. Create it in the app, then run this command again.`
        : failureText(error, pool.localUrl),
    );
  }
}

/** The user pool, and its address if it is on this machine. */
function userPool(): { readonly id: string; readonly localUrl?: string | undefined } | undefined {
  if (values.pool !== undefined) return { id: values.pool };
  const file = ['.local/amplify_outputs.json', 'amplify_outputs.json'].find((it) => existsSync(it));
  if (!file) return undefined;
  const { auth, custom } = JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  return { id: auth.user_pool_id, localUrl: custom.userPoolEndpoint };
}

function giveUp(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
