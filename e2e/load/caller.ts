import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';

export type Asked = {
  readonly method: string;
  /** After the stage: `pwausers/018f…`. */
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
};

export type Told = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** A client that costs the machine little, over connections that stay open. Rejects when nobody answers. */
export type Caller = { call(asked: Asked): Promise<Told>; close(): void };

/** Milliseconds; the gateway itself waits 29 seconds for a function. */
const patience = 35_000;

export function createCaller(origin: string): Caller {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(origin);
  return {
    call: ({ method, path, token, headers, body }) =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            host,
            port,
            agent,
            method,
            path: `/v1/${path}`,
            timeout: patience,
            headers: {
              Authorization: token,
              ...(body && { 'Content-Type': 'application/json' }),
              ...headers,
            },
          },
          (response) => {
            json(response).then(
              (told) => resolve({ status: response.statusCode ?? 0, body: told as Told['body'] }),
              reject,
            );
          },
        );
        sent.on('timeout', () => sent.destroy(new Error('No answer')));
        sent.on('error', reject);
        sent.end(body && JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}
