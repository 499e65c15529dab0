import type { IncomingMessage, RequestOptions } from 'node:http';
import type * as Https from 'node:https';

export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answered = { readonly status: number; readonly body: string };

/** One exchange with one server; rejects when there was none, with Node's `code` for why. */
export type Wire = (sent: Sent) => Promise<Answered>;

type Options = {
  /** Milliseconds from asking to the end of the answer, connecting included. */
  readonly patience: number;
  readonly now?: () => number;
};

/**
 * Milliseconds. DynamoDB closes a connection that was idle for a minute or so, and a sandbox that was
 * frozen meanwhile does not hear of it.
 */
const longestIdle = 20_000;

/** HTTP over connections that stay open, by Node's own client: docs/decisions/0018-a-lean-client.md. */
export function createWire(endpoint: URL, { patience, now = Date.now }: Options): Wire {
  const { protocol, hostname, port } = endpoint;
  // An `import` would evaluate all they export, a browser's WebSocket among it (nodejs/node#59686).
  const node = process.getBuiltinModule(
    protocol === 'http:' ? 'node:http' : 'node:https',
  ) as typeof Https;
  const agent = new node.Agent({ keepAlive: true });
  const place = { hostname, port, agent };
  const idleSince = new WeakMap<object, number>();

  /** By the clock: a timer stands still with the sandbox, and fires after the next call has begun. */
  function closeIdle(forLongerThan: number): void {
    for (const socket of Object.values(agent.freeSockets).flatMap((it) => it ?? []))
      if (now() - (idleSince.get(socket) ?? 0) > forLongerThan) socket.destroy();
  }

  function exchange({ method, headers, body }: Sent): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const options: RequestOptions = { ...place, method, headers };
      // Not taken out of its module: tracing tools put theirs in its place.
      const request = node.request(options, (response) => {
        const { socket } = response;
        read(response, fail, (answer) => {
          clearTimeout(clock);
          idleSince.set(socket, now());
          resolve(answer);
        });
      });
      const clock = setTimeout(() => request.destroy(failure('ETIMEDOUT')), patience);
      function fail(error: NodeJS.ErrnoException): void {
        clearTimeout(clock);
        const { code, name } = error;
        reject(Object.assign(error, { name: code ?? name, wasReused: request.reusedSocket }));
      }
      request.on('error', fail);
      request.end(body);
    });
  }

  return async (sent) => {
    closeIdle(longestIdle);
    try {
      return await exchange(sent);
    } catch (error) {
      // It was dead before it was asked on, and so may be all that were idle with it: this was no attempt.
      if (!(error as { readonly wasReused?: boolean }).wasReused) throw error;
      closeIdle(-1);
      return exchange(sent);
    }
  };
}

function read(
  response: IncomingMessage,
  fail: (error: Error) => void,
  done: (answer: Answered) => void,
): void {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (piece: string) => (body += piece));
  response.on('error', fail);
  response.on('end', () => done({ status: response.statusCode ?? 0, body }));
}

/** As Node's own are, by a code; and by that name, for a log tells an error's name and nothing else. */
function failure(code: string): Error {
  return Object.assign(new Error(code), { code, name: code });
}
