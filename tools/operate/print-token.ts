/**
 * `npm run token [-- email password]`: an ID token, to call the API with. Signs in to the local cloud where
 * one has run, else to the backend of `amplify_outputs.json`; without arguments as the demo person.
 */
import { existsSync, readFileSync } from 'node:fs';
import { signIn, type Outputs } from './cognito-sign-in.ts';
import { failureText } from './connection-error.ts';

const [username = 'person@example.com', password = 'try-the-forms-here'] = process.argv.slice(2);
const file = ['.local/amplify_outputs.json', 'amplify_outputs.json'].find((it) => existsSync(it));

if (file) {
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  const { userPoolEndpoint } = outputs.custom;
  const { idToken } = await signIn(outputs, { username, password }).catch((error: unknown) =>
    giveUp(failureText(error, userPoolEndpoint)),
  );
  process.stdout.write(`${idToken}\n`);
} else {
  giveUp('There is no backend to sign in to yet: run npm start first.');
}

function giveUp(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
