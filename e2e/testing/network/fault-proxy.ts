import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { noFault, type ProxyResponse, type NetworkFault } from './network-faults.ts';

/** A proxy in front of a server, which injects faults. */
export type FaultProxy = AsyncDisposable & {
  /** All requests so far, in order, without CORS preflights. */
  readonly requests: readonly ProxiedRequest[];
  /** The faults for the next requests, in order; the last one stays for all that follow. */
  inject(...faults: readonly [NetworkFault, ...NetworkFault[]]): void;
  /** Stops listening, like a server that is down: the browser still believes it is online. */
  cut(): Promise<void>;
  restore(): Promise<void>;
};

export type ProxiedRequest = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The request's `Idempotency-Key`. */
  readonly key: string | undefined;
  /** The Cognito operation. */
  readonly operation: string | undefined;
};

export async function startFaultProxy(upstream: string, port: number): Promise<FaultProxy> {
  const { origin } = new URL(upstream);
  const requests: ProxiedRequest[] = [];
  let faults: readonly NetworkFault[] = [noFault];
  let server: Server | undefined = await listen();

  async function listen(): Promise<Server> {
    const listening = createServer((request, response) => {
      answerRequest(request, response).catch(() => response.destroy());
    });
    listening.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const body = await text(request);
    const forward = () => forwardTo(origin + path, { method, headers, body });
    if (method === 'OPTIONS') return send(response, await forward());
    const key = singleHeader(headers['idempotency-key']);
    const operation = singleHeader(headers['x-amz-target'])?.split('.').at(-1);
    requests.push({ at: Date.now(), method, path, key, operation });
    const [fault = noFault, ...rest] = faults;
    if (rest.length > 0) faults = rest;
    const reply = await fault(forward);
    if (reply === 'cut') response.destroy();
    else send(response, reply);
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
    requests,
    inject(...next) {
      faults = next;
    },
    cut,
    async restore() {
      server ??= await listen();
    },
    [Symbol.asyncDispose]: cut,
  };
}

type ForwardedRequest = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Headers that belong to one connection, not to the request. */
const hopByHopHeader = /^(host|connection|keep-alive|transfer-encoding|content-length)$/;

async function forwardTo(
  url: string,
  { method, headers, body }: ForwardedRequest,
): Promise<ProxyResponse> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    hopByHopHeader.test(name) || value === undefined ? [] : [[name, String(value)]],
  );
  const reply = await fetch(url, { method, headers: kept, ...(body && { body }) });
  return {
    status: reply.status,
    headers: Object.fromEntries([...reply.headers].filter(([name]) => !hopByHopHeader.test(name))),
    body: await reply.text(),
  };
}

function send(response: ServerResponse, { status, headers, body, isHalf }: ProxyResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (!isHalf) return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function singleHeader(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header);
}
