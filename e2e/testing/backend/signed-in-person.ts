import { decodeJWT } from 'aws-amplify/auth';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { signIn, type Outputs, type SignedIn } from '../../../tools/operate/cognito-sign-in.ts';

export const password = 'a long enough password';

type RequestOptions = { readonly headers?: Record<string, string>; readonly body?: string };

/** Somebody who has signed in and can call the API like the app does. */
export type SignedInPerson = SignedIn & {
  /** POSTs to a form. A string is sent unchanged. */
  submit(form: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
  /** Sends any request; by default with the ID token. */
  send(method: string, path: string, init?: RequestOptions): Promise<Response>;
};

/** Creates an account and opens a session, in a fraction of the time that signing in takes. */
export async function signInAs(
  cloud: LocalBackend,
  email: string,
  groups: string[] = [],
): Promise<SignedInPerson> {
  await cloud.cognito.createPerson({ email, password, groups });
  const { IdToken: idToken, AccessToken: accessToken } = await cloud.cognito.openSession(email);
  const username = decodeJWT(accessToken).payload['username'] as string;
  return callingAs((await cloud.outputs()) as Outputs, { username, idToken, accessToken });
}

/** Signs in as the app does. */
export async function signInTo(
  outputs: Outputs,
  account: Parameters<typeof signIn>[1],
): Promise<SignedInPerson> {
  return callingAs(outputs, await signIn(outputs, account));
}

function callingAs({ custom }: Outputs, signedIn: SignedIn): SignedInPerson {
  const { endpoint } = custom.API.formstead;
  const authorized = { Authorization: signedIn.idToken };
  return {
    ...signedIn,
    submit: (form, body, headers) =>
      fetch(endpoint + form, {
        method: 'POST',
        headers: { ...authorized, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path) => fetch(endpoint + path, { headers: authorized }),
    send: (method, path, { headers, ...init } = {}) =>
      fetch(endpoint + path, { ...init, method, headers: { ...authorized, ...headers } }),
  };
}
