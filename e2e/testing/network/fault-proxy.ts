import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { forwardedHeaders, type Forward } from './forward-request.ts';
import { maybeLate } from './late-network.ts';
import {
  noFault,
  type NetworkFault,
  type ProxiedRequest,
  type ProxyResponse,
} from './network-faults.ts';

/** A proxy in front of a server, which injects faults. */
export type FaultProxy = AsyncDisposable & {
  readonly origin: string;
  /** All requests so far, in order, without CORS preflights. */
  readonly requests: readonly ProxiedRequest[];
  /** The faults for the next requests, in order; the last one stays for all that follow. */
  inject(...faults: readonly [NetworkFault, ...NetworkFault[]]): void;
  /** Stops listening, like a server that is down: the browser still believes it is online. */
  cut(): Promise<void>;
  restore(): Promise<void>;
};

/** @param port any free one by default */
export async function startFaultProxy(forward: Forward, port = 0): Promise<FaultProxy> {
  const requests: ProxiedRequest[] = [];
  let faults: readonly NetworkFault[] = [noFault];
  let server: Server | undefined = await listenOn(port);
  const { port: ownPort } = server.address() as AddressInfo;

  async function listenOn(itsPort: number): Promise<Server> {
    const listening = createServer((request, response) => {
      answerRequest(request, response).catch(() => response.destroy());
    });
    listening.listen(itsPort, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }

  async function answerRequest(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = incoming;
    const body = Uint8Array.from(await buffer(incoming));
    const sendOn = async () => {
      await maybeLate();
      const reply = await forward({ method, path, headers: forwardedHeaders(headers), body });
      await maybeLate();
      return reply;
    };
    if (method === 'OPTIONS') return send(response, await sendOn());
    const key = singleHeader(headers['idempotency-key']);
    const operation = singleHeader(headers['x-amz-target'])?.split('.').at(-1);
    const request = { at: Date.now(), method, path, key, operation };
    requests.push(request);
    const [fault = noFault, ...rest] = faults;
    if (rest.length > 0) faults = rest;
    const reply = await fault(sendOn, request);
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
    origin: `http://127.0.0.1:${ownPort}`,
    requests,
    inject(...next) {
      faults = next;
    },
    cut,
    async restore() {
      server ??= await listenOn(ownPort);
    },
    [Symbol.asyncDispose]: cut,
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
