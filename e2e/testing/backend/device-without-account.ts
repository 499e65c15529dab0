import { randomBytes } from 'node:crypto';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import type { Outputs } from '../../../tools/operate/cognito-sign-in.ts';

type Options = { readonly headers?: Record<string, string>; readonly body?: object };

/** A device without an account. */
export type Device = {
  readonly key: string;
  send(method: string, path: string, options?: Options): Promise<Response>;
};

export async function newDevice(cloud: LocalBackend): Promise<Device> {
  const key = randomBytes(32).toString('base64url');
  const { endpoint } = ((await cloud.outputs()) as Outputs).custom.API.formstead;
  return {
    key,
    send: (method, path, { headers, body } = {}) =>
      fetch(`${endpoint}open/${path}`, {
        method,
        headers: { 'Device-Key': key, 'Content-Type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
  };
}
