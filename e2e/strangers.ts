import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { listeningOf, type Listening } from './listening.ts';

/** What the browser of somebody who may not come in sends. `host` is the server's own where it is left out. */
const strangers: readonly OutgoingHttpHeaders[] = [
  { host: 'rebind.example' },
  { host: 'localhost.rebind.example' },
  { origin: 'http://evil.example' },
  { origin: 'http://localhost.evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
];

const asked = [
  'GET /',
  'POST /',
  'PUT /faults',
  'OPTIONS /v1/pwausers',
  'GET /emails',
  'GET /@vite/client',
];

/** Every way in which a page of the web is let in by what a process listens on, and how many servers that are. */
export async function letInBy(pid: number): Promise<{ servers: number; letIn: readonly string[] }> {
  const places = listeningOf(pid).filter((it) => !isOutOfReach(it));
  const letIn: string[] = [];
  for (const place of places) {
    const tell = (what: string) => letIn.push(`${place.program} at ${urlOf(place)}: ${what}`);
    if (!['127.0.0.1', '::1'].includes(place.host)) tell('listens to the network');
    if (isRefused(await answerOf(place, 'GET /', {})))
      tell('refuses everybody, which shows nothing');
    for (const headers of strangers) {
      for (const what of asked) {
        const answer = await answerOf(place, what, headers);
        if (!isRefused(answer)) tell(`${what} ${JSON.stringify(headers)}: ${answer.statusCode}`);
      }
      // Browsers say of every WebSocket who opens it.
      if (headers.host === undefined && headers.origin === undefined) continue;
      const socket = await answerOf(place, 'GET /', { ...headers, ...webSocket });
      if (socket.statusCode === 101) tell(`a WebSocket ${JSON.stringify(headers)}`);
    }
  }
  return { servers: places.length, letIn };
}

/** The DynamoDB engine answers everybody. Nobody finds it at one of sixteen million addresses, each with its ports. */
function isOutOfReach({ program, host }: Listening): boolean {
  return program === 'dynoxide' && host !== '127.0.0.1';
}

/** The gateway has a 403 of its own, but with a body in JSON. */
function isRefused({ statusCode, headers }: IncomingMessage): boolean {
  const isJson = headers['content-type']?.includes('json') ?? false;
  return statusCode === 403 && !isJson && headers['access-control-allow-origin'] === undefined;
}

const webSocket = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'vite-hmr',
};

async function answerOf(
  place: Listening,
  what: string,
  headers: OutgoingHttpHeaders,
): Promise<IncomingMessage> {
  const [method, path] = what.split(' ');
  const url = new URL(path ?? '/', urlOf(place));
  const asking = request(url, { method, headers: { host: url.host, ...headers }, agent: false });
  asking.end();
  const [answer] = (await Promise.race([once(asking, 'response'), once(asking, 'upgrade')])) as [
    IncomingMessage,
  ];
  answer.destroy();
  return answer;
}

function urlOf({ host, port }: Listening): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
