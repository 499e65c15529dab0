import { randomBytes, randomUUID } from 'node:crypto';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { solvedPuzzle } from '../../../tools/testing/solved-puzzle.ts';
import type { Outputs } from '../../../tools/operate/cognito-sign-in.ts';

/** The headers of a submission with a solved puzzle, as the app sends it. */
function shieldFor(deviceKey: string, form: string, headers: Record<string, string> = {}) {
  const entry = headers['Idempotency-Key'] ?? randomUUID();
  return { 'Idempotency-Key': entry, Shield: solvedPuzzle({ form, entry, deviceKey }) };
}

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
        headers: {
          'Device-Key': key,
          'Content-Type': 'application/json',
          ...(method === 'POST' && path === 'pwausers' && shieldFor(key, path, headers)),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
  };
}
