import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type * as Https from 'node:https';

export type HttpRequest = {
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** With the query; `/` by default. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Of the response's body; `latin1` has a character for each byte. UTF-8 by default. */
  readonly encoding?: 'latin1';
  /** Milliseconds, for one that takes longer than others. */
  readonly timeout?: number;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Sends one request. Rejects with Node's `code` if there was no response. */
export type HttpClient = (request: HttpRequest) => Promise<HttpResponse>;

type Options = {
  /** Milliseconds until the response is complete, including the time to connect. */
  readonly timeout: number;
  readonly now?: () => number;
};

/**
 * Milliseconds. DynamoDB closes a connection after about a minute without traffic, S3 sooner, and a Lambda sandbox
 * that was frozen at the time does not notice.
 */
const longestIdle = 20_000;

/** HTTP over Node's own client, with connections that stay open: docs/decisions/0018-a-lean-client.md. */
export function createHttpClient(
  endpoint: URL,
  { timeout: usualTimeout, now = Date.now }: Options,
): HttpClient {
  const { protocol, hostname, port } = endpoint;
  // An `import` would evaluate everything the module exports, including WebSocket (nodejs/node#59686).
  const node = process.getBuiltinModule(
    protocol === 'http:' ? 'node:http' : 'node:https',
  ) as typeof Https;
  const agent = new node.Agent({ keepAlive: true });
  const target = { hostname, port, agent };
  const idleSince = new WeakMap<object, number>();

  /** Compares clock times. A timer stops while the sandbox is frozen, and would fire too late. */
  function closeIdle(forLongerThan: number): void {
    for (const socket of Object.values(agent.freeSockets).flatMap((it) => it ?? []))
      if (now() - (idleSince.get(socket) ?? 0) > forLongerThan) socket.destroy();
  }

  function exchange({
    method,
    path = '/',
    headers,
    body,
    encoding,
    timeout = usualTimeout,
  }: HttpRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const options: RequestOptions = { ...target, method, path, headers };
      // Called on the module, because tracing tools replace the module's `request`.
      const request = node.request(options, (response) => {
        const { socket } = response;
        readResponse(response.setEncoding(encoding ?? 'utf8'), fail, (result) => {
          clearTimeout(timer);
          idleSince.set(socket, now());
          resolve(result);
        });
      });
      const timer = setTimeout(() => request.destroy(codedError('ETIMEDOUT')), timeout);
      function fail(error: NodeJS.ErrnoException): void {
        clearTimeout(timer);
        const { code, name } = error;
        reject(Object.assign(error, { name: code ?? name, wasReused: request.reusedSocket }));
      }
      request.on('error', fail);
      request.end(body);
    });
  }

  return async (request) => {
    closeIdle(longestIdle);
    try {
      return await exchange(request);
    } catch (error) {
      // The idle connection was already dead, and the others may be too. DynamoDB has not seen the request.
      if (!(error as { readonly wasReused?: boolean }).wasReused) throw error;
      closeIdle(-1);
      return exchange(request);
    }
  };
}

function readResponse(
  response: IncomingMessage,
  fail: (error: Error) => void,
  done: (result: HttpResponse) => void,
): void {
  let body = '';
  response.on('data', (piece: string) => (body += piece));
  response.on('error', fail);
  response.on('end', () => {
    const { statusCode: status = 0, headers } = response;
    done({ status, headers, body });
  });
}

/** An error with a `code`, like Node's own. The code is also its name, because logs contain only names. */
function codedError(code: string): Error {
  return Object.assign(new Error(code), { code, name: code });
}
