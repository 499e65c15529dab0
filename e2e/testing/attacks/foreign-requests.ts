import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { openPortsOf, type OpenPort } from './open-ports.ts';

/** Headers that a browser sends for a foreign page. Default of `host`: the server's own. */
const foreignHeaders: readonly OutgoingHttpHeaders[] = [
  { host: 'rebind.example' },
  { host: 'localhost.rebind.example' },
  { origin: 'http://evil.example' },
  { origin: 'http://localhost.evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
];

const attemptedRequests = [
  'GET /',
  'POST /',
  'PUT /faults',
  'OPTIONS /v1/pwausers',
  'GET /emails',
  'GET /@vite/client',
];

/** Every request from a foreign page that a server of this process accepts, and the number of servers. */
export async function acceptedForeignRequests(
  pid: number,
): Promise<{ servers: number; accepted: readonly string[] }> {
  const ports = openPortsOf(pid).filter((it) => !isOutOfReach(it));
  const accepted: string[] = [];
  for (const port of ports) {
    const report = (requestLine: string) =>
      accepted.push(`${port.program} at ${urlOf(port)}: ${requestLine}`);
    if (!['127.0.0.1', '::1'].includes(port.host)) report('listens to the network');
    if (isRefused(await responseOf(port, 'GET /', {})))
      report('refuses everybody, which shows nothing');
    for (const headers of foreignHeaders) {
      for (const requestLine of attemptedRequests) {
        const response = await responseOf(port, requestLine, headers);
        if (!isRefused(response))
          report(`${requestLine} ${JSON.stringify(headers)}: ${response.statusCode}`);
      }
      // Browsers send the origin with every WebSocket.
      if (headers.host === undefined && headers.origin === undefined) continue;
      const socket = await responseOf(port, 'GET /', { ...headers, ...webSocket });
      if (socket.statusCode === 101) report(`a WebSocket ${JSON.stringify(headers)}`);
    }
  }
  return { servers: ports.length, accepted };
}

/**
 * The DynamoDB engine accepts everybody, but listens on one of sixteen million loopback addresses, which a
 * page cannot guess.
 */
function isOutOfReach({ program, host }: OpenPort): boolean {
  return program === 'dynoxide' && host !== '127.0.0.1';
}

/** The gateway and S3 also answer with 403, but in JSON and XML. */
function isRefused({ statusCode, headers }: IncomingMessage): boolean {
  const isAnswer = /json|xml/.test(headers['content-type'] ?? '');
  return statusCode === 403 && !isAnswer && headers['access-control-allow-origin'] === undefined;
}

const webSocket = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'vite-hmr',
};

async function responseOf(
  port: OpenPort,
  requestLine: string,
  headers: OutgoingHttpHeaders,
): Promise<IncomingMessage> {
  const [method, path] = requestLine.split(' ');
  const url = new URL(path ?? '/', urlOf(port));
  const outgoing = request(url, { method, headers: { host: url.host, ...headers }, agent: false });
  outgoing.end();
  const [response] = (await Promise.race([
    once(outgoing, 'response'),
    once(outgoing, 'upgrade'),
  ])) as [IncomingMessage];
  response.destroy();
  return response;
}

function urlOf({ host, port }: OpenPort): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
