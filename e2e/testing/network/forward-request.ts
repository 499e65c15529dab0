import type { IncomingHttpHeaders } from 'node:http';
import type { ProxyResponse } from './network-faults.ts';

/** A request as a proxy sends it on. */
export type ForwardedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Sends a request to the server behind the proxy. Throws if nobody answers. */
export type Forward = (request: ForwardedRequest) => Promise<ProxyResponse>;

/** Headers that belong to one connection, or to the encoding of its bytes, not to the request. */
const hopByHopHeader =
  /^(host|connection|keep-alive|transfer-encoding|content-length|content-encoding)$/;

/** Forwards to the server with this origin, wherever it listens. */
export function forwardTo(origin: string): Forward {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(origin + path, {
      method,
      headers,
      ...(body.length > 0 && { body }),
      signal: AbortSignal.timeout(20_000),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(
        [...response.headers].filter(([name]) => !hopByHopHeader.test(name)),
      ),
      body: await response.text(),
    };
  };
}

/** The headers of a request that are sent on. */
export function forwardedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      hopByHopHeader.test(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
