import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { createDynamoClient } from '../dynamodb/dynamo-client.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { digest } from '../digest.ts';
import { handleRequest } from './handle-request.ts';
import { anEvent } from '../testing/in-memory-api.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';

type ApiOverDynamodb = AsyncDisposable & {
  /** How many requests the table received. */
  readonly requestCount: () => number;
  /** Milliseconds of all pauses between attempts. */
  readonly paused: () => number;
  readonly send: () => ReturnType<typeof handleRequest>;
};

/** Milliseconds after which a request counts as unanswered: none of those that are answered takes as long. */
const [patient, impatient] = [60_000, 3000];

/** The API over a DynamoDB that responds like this. */
async function createApiOver(
  dynamodb: RequestListener,
  timeout = patient,
): Promise<ApiOverDynamodb> {
  let requestCount = 0;
  let paused = 0;
  const server = createServer((request, response) => {
    requestCount += 1;
    request.resume();
    dynamodb(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const { call } = createDynamoClient({
    http: createHttpClient(url, { timeout }),
    host: url.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: Math.random,
    async sleep(milliseconds) {
      paused += milliseconds;
    },
  });
  const deps = {
    backend: 'formstead-test',
    serves: 'accounts' as const,
    openStore: () => createDynamoStore(createTable({ call, name: 'entries', spend: () => {} })),
    openPeople: () => createMemoryInvitations(),
    files: createMemoryFileStore(),
    scansFiles: false,
    formById: exampleFormById,
    formIds: [],
    now: () => new Date(),
    random: () => 0.99,
    randomBytes,
    digest,
    log: () => {},
  };
  return {
    requestCount: () => requestCount,
    paused: () => paused,
    send: () => handleRequest(deps, anEvent(), 'request'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const refuses =
  (status: number, type: string): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(JSON.stringify({ __type: `c#${type}` }));

test.each<[string, RequestListener, number, number?]>([
  ['throttled', refuses(400, 'ThrottlingException'), 2],
  ['asked more than it has room for', refuses(400, 'ProvisionedThroughputExceededException'), 2],
  ['in trouble', refuses(500, 'InternalServerError'), 2],
  ['behind something that hangs up', (request) => request.socket.destroy(), 2],
  ['silent', () => {}, 1, impatient],
])('a table that is %s means a 503 with Retry-After, without a long pause', async (...row) => {
  const [, dynamodb, attempts, timeout] = row;
  await using api = await createApiOver(dynamodb, timeout);
  const { statusCode, headers } = await api.send();
  expect(api.paused()).toBeLessThan(1000);
  expect(statusCode).toBe(503);
  expect(headers).toMatchObject({ 'Retry-After': '10', 'Cache-Control': 'no-store' });
  expect(api.requestCount()).toBe(attempts);
});

test('a table without permission to write is a 500: retrying would not help', async () => {
  await using api = await createApiOver(refuses(400, 'AccessDeniedException'));
  expect(await api.send()).toMatchObject({ statusCode: 500 });
});
