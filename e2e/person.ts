import type { Cloud } from '../local/cloud.ts';
import { signIn, type Outputs, type SignedIn } from '../tools/sign-in.ts';

export const password = 'a long enough password';

type Sent = { readonly headers?: Record<string, string>; readonly body?: string };

/** Someone who has signed in, and can call the API as the app does. */
export type Person = SignedIn & {
  /** POSTs to a form; a string is sent as it is. */
  submit(form: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
  /** Any request at all, with the id token unless told otherwise. */
  send(method: string, path: string, init?: Sent): Promise<Response>;
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

export async function signInTo(
  outputs: Outputs,
  account: Parameters<typeof signIn>[1],
): Promise<Person> {
  const signedIn = await signIn(outputs, account);
  const { endpoint } = outputs.custom.API.formstead;
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
