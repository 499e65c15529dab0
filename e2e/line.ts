import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { fair, type Answer, type Fate } from './fates.ts';

/** A server in front of another one, which brings what goes through it to its fate. */
export type Line = AsyncDisposable & {
  /** Everything that was sent so far, as it came; a browser's own questions about CORS apart. */
  readonly calls: readonly Call[];
  /** What becomes of the next calls, in this order; the last is for all that follow. */
  brings(...fates: readonly [Fate, ...Fate[]]): void;
  /** Nobody listens any more, as when a server is down: a browser still believes it is online. */
  cut(): Promise<void>;
  mend(): Promise<void>;
};

export type Call = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Its `Idempotency-Key`. */
  readonly key: string | undefined;
  /** Which operation of Cognito. */
  readonly operation: string | undefined;
};

export async function openLine(upstream: string, port: number): Promise<Line> {
  const { origin } = new URL(upstream);
  const calls: Call[] = [];
  let fates: readonly Fate[] = [fair];
  let server: Server | undefined = await listen();

  async function listen(): Promise<Server> {
    const listening = createServer((request, response) => {
      handle(request, response).catch(() => response.destroy());
    });
    listening.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const body = await text(request);
    const pass = () => passOn(origin + path, { method, headers, body });
    if (method === 'OPTIONS') return send(response, await pass());
    const key = one(headers['idempotency-key']);
    const operation = one(headers['x-amz-target'])?.split('.').at(-1);
    calls.push({ at: Date.now(), method, path, key, operation });
    const [fate = fair, ...rest] = fates;
    if (rest.length > 0) fates = rest;
    const answer = await fate(pass);
    if (answer === 'cut') response.destroy();
    else send(response, answer);
  }

  async function cut(): Promise<void> {
    const closing = server;
    server = undefined;
    if (!closing) return;
    closing.close();
    closing.closeAllConnections();
    await once(closing, 'close');
  }

  return {
    calls,
    brings(...next) {
      fates = next;
    },
    cut,
    async mend() {
      server ??= await listen();
    },
    [Symbol.asyncDispose]: cut,
  };
}

type Passed = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What belongs to one connection, and not to the call. */
const ofTheConnection = /^(host|connection|keep-alive|transfer-encoding|content-length)$/;

async function passOn(url: string, { method, headers, body }: Passed): Promise<Answer> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    ofTheConnection.test(name) || value === undefined ? [] : [[name, String(value)]],
  );
  const answer = await fetch(url, { method, headers: kept, ...(body && { body }) });
  return {
    status: answer.status,
    headers: Object.fromEntries(
      [...answer.headers].filter(([name]) => !ofTheConnection.test(name)),
    ),
    body: await answer.text(),
  };
}

function send(response: ServerResponse, { status, headers, body, isHalf }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (!isHalf) return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header);
}
