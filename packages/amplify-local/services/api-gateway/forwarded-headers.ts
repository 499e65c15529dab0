import type { Headers } from '../../machine/http-response.ts';
import { headerOf, type GatewayRequest } from './gateway-request.ts';

/** The headers a function sees: in the client's case except for two, some dropped, some added. */
export function forwardedHeaders(request: GatewayRequest): Headers {
  const given = request.headers.filter(([name]) => !dropped.has(name.toLowerCase()));
  const hops = [headerOf(request, 'X-Forwarded-For'), request.sourceIp].filter(Boolean);
  return [
    ...given.map(([name, value]) => [titleCased.get(name.toLowerCase()) ?? name, value] as const),
    ['X-Amzn-Trace-Id', request.traceId],
    ['X-Forwarded-For', hops.join(', ')],
    ['X-Forwarded-Port', String(request.port)],
    ['X-Forwarded-Proto', 'http'],
  ];
}

const titleCased = new Map([
  ['authorization', 'Authorization'],
  ['user-agent', 'User-Agent'],
]);

const dropped = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
  // Set above.
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);
