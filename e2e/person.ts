import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signIn, signOut } from 'aws-amplify/auth';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import type { Cloud } from '../local/cloud.ts';

export const password = 'a long enough password';

/** Someone who has signed in, and can call the API as the app does. */
export type Person = {
  readonly username: string;
  readonly idToken: string;
  readonly accessToken: string;
  /** POSTs to a form; a string is sent as it is. */
  submit(form: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
};

/** As much of `amplify_outputs.json` as it takes. */
export type Outputs = {
  readonly auth: object;
  readonly custom: {
    readonly userPoolEndpoint: string;
    readonly API: { readonly formstead: { readonly endpoint: string } };
  };
};

/** Makes an account, and signs in to it. */
export async function signInAs(
  cloud: Cloud,
  email: string,
  groups: string[] = [],
): Promise<Person> {
  await cloud.cognito.createPerson({ email, password, groups });
  return signInTo((await cloud.outputs()) as Outputs, { username: email, password });
}

/** Signs in by SRP, with aws-amplify's own functions. */
export async function signInTo(
  outputs: Outputs,
  account: { readonly username: string; readonly password: string },
): Promise<Person> {
  configureAmplify(outputs);
  await signIn(account);
  const { tokens } = await fetchAuthSession();
  await signOut();
  const idToken = String(tokens?.idToken);
  const username = tokens?.idToken?.payload['cognito:username'];
  if (typeof username !== 'string') throw new Error('Nobody is signed in.');
  const { endpoint } = outputs.custom.API.formstead;
  const authorized = { Authorization: idToken };
  return {
    username,
    idToken,
    accessToken: String(tokens?.accessToken),
    submit: (form, body, headers) =>
      fetch(endpoint + form, {
        method: 'POST',
        headers: { ...authorized, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path) => fetch(endpoint + path, { headers: authorized }),
  };
}

/** As src/cloud/config.ts does in the browser: without the identity pool, at the local user pool. */
function configureAmplify({ auth, custom: { userPoolEndpoint } }: Outputs): void {
  const { Auth } = parseAmplifyConfig({ version: '1.5', auth });
  if (!Auth) throw new Error('The outputs say nothing of accounts.');
  const { userPoolId, userPoolClientId } = Auth.Cognito;
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } },
  } as Parameters<typeof Amplify.configure>[0]);
}
