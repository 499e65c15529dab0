import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDyingConnections, type Death } from '../testing/dying-connections.ts';
import { createDynamoClient } from './dynamo-client.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';

/** Milliseconds after which a connection counts as dead. A busy machine answers within ten seconds. */
const [patient, impatient] = [60_000, 10_000];

let upstream: URL;

/** Echoes each request after a moment, so that concurrent requests need one connection each. */
beforeAll(async () => {
  const server = createServer((request, response) => {
    void text(request).then((sent) => setTimeout(() => response.end(sent), 10));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  upstream = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => server.closeAllConnections();
});

/** A client behind dying connections, on a manual clock. It counts the retries. */
async function createClientFixture({ timeout }: { readonly timeout: number }) {
  const proxy = await startDyingConnections(upstream);
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  let frozen = 0;
  let attempts = 0;
  const { call } = createDynamoClient({
    http: createHttpClient(proxy.url, { timeout, now: () => Date.now() + frozen }),
    host: proxy.url.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: () => 0,
    async sleep() {
      attempts += 1;
    },
  });
  return {
    proxy,
    attempts: () => attempts,
    freeze: (milliseconds: number) => void (frozen += milliseconds),
    send: async (atOnce: number) => {
      const sent = Array.from({ length: atOnce }, (_, n) => ({ n }));
      const answers = await Promise.all(sent.map((it) => call('GetItem', it)));
      expect(answers).toEqual(sent);
    },
  };
}

test.each<[Death, number]>([
  ['reset', 20],
  ['silence', 8],
])(
  'idle connections that end in %s, %i at once, fail no request and cost no attempt',
  async (death, atOnce) => {
    const timeout = death === 'silence' ? impatient : patient;
    const { proxy, send, attempts } = await createClientFixture({ timeout });
    await send(atOnce);
    expect(proxy.kill(death)).toBe(atOnce);
    await send(1);
    await send(atOnce);
    expect(proxy.kill(death)).toBe(atOnce);
    await send(atOnce);
    expect(attempts()).toBe(0);
  },
);

test('after one dead connection, none of the others that were idle is used', async () => {
  const { proxy, send } = await createClientFixture({ timeout: impatient });
  await send(10);
  proxy.kill('silence');
  for (let n = 0; n < 10; n += 1) await send(1);
  // Only the first has waited for the timeout and opened another: the dead ones would have cost one each.
  expect(proxy.opened()).toBe(11);
});

test('a connection that was idle for more than 20 seconds in a frozen sandbox is not reused', async () => {
  const { proxy, send, freeze } = await createClientFixture({ timeout: patient });
  await send(3);
  freeze(19_000);
  await send(3);
  expect(proxy.opened()).toBe(3);
  proxy.kill('silence');
  freeze(21_000);
  await send(3);
  expect(proxy.opened()).toBe(6);
});
