import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { formById } from '#forms/index.ts';
import { createDynamo } from '../dynamodb/dynamo.ts';
import { createWire } from '../dynamodb/wire.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/table.ts';
import { digest } from './digest.ts';
import { handle } from './handle.ts';
import { anEvent } from './test-world.ts';

type World = AsyncDisposable & {
  /** How often the table was. */
  readonly asked: () => number;
  readonly send: () => ReturnType<typeof handle>;
};

/** The API over a DynamoDB that answers like this. */
async function aWorld(dynamodb: RequestListener): Promise<World> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    dynamodb(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const { call } = createDynamo({
    wire: createWire(url, { patience: 300 }),
    host: url.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: Math.random,
    sleep,
  });
  const deps = {
    backend: 'formstead-test',
    openStore: () => createDynamoStore(createTable({ call, name: 'entries', spend: () => {} })),
    formById,
    now: () => new Date(),
    random: () => 0.99,
    randomBytes,
    digest,
    say: () => {},
  };
  return {
    asked: () => asked,
    send: () => handle(deps, anEvent(), 'request'),
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

test.each<[string, RequestListener, number]>([
  ['throttled', refuses(400, 'ThrottlingException'), 2],
  ['asked more than it has room for', refuses(400, 'ProvisionedThroughputExceededException'), 2],
  ['in trouble', refuses(500, 'InternalServerError'), 2],
  ['behind something that hangs up', (request) => request.socket.destroy(), 2],
  ['silent', () => {}, 1],
])('a table that is %s costs nobody a second: 503, and when to come back', async (...row) => {
  const [, dynamodb, attempts] = row;
  await using world = await aWorld(dynamodb);
  const began = performance.now();
  const { statusCode, headers } = await world.send();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(statusCode).toBe(503);
  expect(headers).toMatchObject({ 'Retry-After': '10', 'Cache-Control': 'no-store' });
  expect(world.asked()).toBe(attempts);
});

test('a table that may not be written is no such case: coming back would not help', async () => {
  await using world = await aWorld(refuses(400, 'AccessDeniedException'));
  expect(await world.send()).toMatchObject({ statusCode: 500 });
});
