import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';

export type LoadRequest = {
  readonly method: string;
  /** The path after the stage: `pwausers/018f…`. */
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
};

export type LoadResponse = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A cheap client with keep-alive connections. Rejects if nobody answers. */
export type LoadClient = { call(loadRequest: LoadRequest): Promise<LoadResponse>; close(): void };

/** Milliseconds; the gateway itself waits 29 seconds for a function. */
const timeout = 35_000;

export function createLoadClient(origin: string): LoadClient {
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
            timeout,
            headers: {
              Authorization: token,
              ...(body && { 'Content-Type': 'application/json' }),
              ...headers,
            },
          },
          (response) => {
            json(response).then(
              (parsed) =>
                resolve({ status: response.statusCode ?? 0, body: parsed as LoadResponse['body'] }),
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
