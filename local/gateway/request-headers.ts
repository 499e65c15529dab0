import type { Headers } from './answer.ts';
import { headerOf, type Call } from './call.ts';

/** The headers a function sees: the client's own case, but for two; some dropped, some added. */
export function forwardedHeaders(call: Call): Headers {
  const given = call.headers.filter(([name]) => !dropped.has(name.toLowerCase()));
  const hops = [headerOf(call, 'X-Forwarded-For'), call.sourceIp].filter(Boolean);
  return [
    ...given.map(([name, value]) => [titleCased.get(name.toLowerCase()) ?? name, value] as const),
    ['X-Amzn-Trace-Id', call.traceId],
    ['X-Forwarded-For', hops.join(', ')],
    ['X-Forwarded-Port', String(call.port)],
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
  // Set anew above.
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);
