/**
 * The API function behind nothing but a socket: no gateway, no tokens, no threads, no permissions. `node
 * bench/stack/bare-server.ts <bundle>` prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

type Result = { readonly statusCode: number; readonly body: string };

const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const { handler } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as {
  handler: (event: object, context: object) => Promise<Result>;
};
let calls = 0;

const server = createServer((request, response) => {
  void (async () => {
    calls += 1;
    const { statusCode, body } = await handler(
      {
        httpMethod: request.method,
        path: (request.url ?? '').replace(/^\/v1/, ''),
        headers: request.headers,
        requestContext: {
          requestId: String(calls),
          authorizer: { claims: { 'cognito:username': 'somebody' } },
        },
        body: await text(request),
      },
      { awsRequestId: String(calls) },
    );
    response.writeHead(statusCode, { 'content-type': 'application/json' });
    response.end(body);
  })();
});
server.listen(0, '127.0.0.1', () => print(`${(server.address() as AddressInfo).port}\n`));
