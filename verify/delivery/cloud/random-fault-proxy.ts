import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  randomFaultFor,
  randomFaults,
  type Exchange,
  type RandomFault,
  type Reply,
} from './random-faults.ts';

export type ApiExchangeRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Forward = (request: ApiExchangeRequest) => Promise<Reply>;

/** A very bad network between the devices and the API, until it is healed. */
export type RandomFaultProxy = {
  readonly origin: string;
  readonly counts: ReadonlyMap<RandomFault, number>;
  /** Stops all faults. Delayed requests are sent now. */
  heal(): Promise<void>;
  close(): Promise<void>;
};

export async function startRandomFaultProxy(
  seed: number,
  forward: Forward,
): Promise<RandomFaultProxy> {
  const counts = new Map<RandomFault, number>();
  const attempts = new Map<string, number>();
  const expected = new Set<() => Promise<void>>();
  let isHealed = false;

  /** Reads pass without faults: this is about writes. */
  function nextFault({ headers }: ApiExchangeRequest) {
    const key = headers['idempotency-key'];
    if (key === undefined) return { fault: 'nothing', chance: Math.random } as const;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const { fault, chance } = randomFaultFor(seed, key, attempt);
    return { fault: isHealed ? 'nothing' : fault, chance } as const;
  }

  function afterDelay(milliseconds: number, act: () => Promise<unknown>): void {
    const once = async () => {
      clearTimeout(timer);
      if (expected.delete(once)) await act().catch(() => undefined);
    };
    const timer = setTimeout(() => void once(), milliseconds);
    expected.add(once);
  }

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const { fault, chance } = nextFault(request);
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
    const cut = (begun?: Reply) => cutOff(response, begun);
    const exchange: Exchange = {
      forward: () => forward(request),
      answer: (reply) => send(response, reply),
      cut,
      afterDelay,
      chance,
    };
    // The API does not run: the client gets no response, or a load balancer's.
    await Promise.resolve(randomFaults[fault](exchange)).catch(() => cut());
  }

  const server = createServer((incoming, response) => {
    void pass(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async heal() {
      isHealed = true;
      await Promise.all([...expected].map((act) => act()));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends the request to the API, wherever it listens. */
export function forwardTo(origin: string): Forward {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(origin + path, {
      method,
      headers,
      ...(body && { body }),
      signal: AbortSignal.timeout(20_000),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };
}

/** The parts of a request that the API reads. */
const passed = ['authorization', 'content-type', 'form-version', 'idempotency-key', 'if-match'];

async function read(incoming: IncomingMessage): Promise<ApiExchangeRequest> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const known = passed.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { method, path, headers: Object.fromEntries(known), body: await text(incoming) };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const kept = Object.entries(headers).filter(([name]) => !/length|encoding|connection/.test(name));
  response.writeHead(status, Object.fromEntries(kept)).end(body);
}

function cutOff(response: ServerResponse, begun?: Reply): void {
  if (!begun) return void response.destroy();
  const length = { 'content-length': String(Buffer.byteLength(begun.body)) };
  response.writeHead(begun.status, { 'content-type': 'application/json', ...length });
  response.write(begun.body.slice(0, begun.body.length / 2), () => response.destroy());
}
