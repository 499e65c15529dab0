import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { behindDyingConnections, type Death } from './dying-connections.contract.ts';
import { createDynamo } from './dynamo.ts';
import { createWire } from './wire.ts';

let upstream: URL;

/** Answers with what it was asked, after a moment: whoever asks at once needs a connection each. */
beforeAll(async () => {
  const server = createServer((request, response) => {
    void text(request).then((asked) => setTimeout(() => response.end(asked), 10));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  upstream = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => server.closeAllConnections();
});

/** DynamoDB behind it, on a clock that goes on as it is told; each second attempt is counted. */
async function aWorld({ patience }: { readonly patience: number }) {
  const proxy = await behindDyingConnections(upstream);
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  let frozen = 0;
  let attempts = 0;
  const { call } = createDynamo({
    wire: createWire(proxy.url, { patience, now: () => Date.now() + frozen }),
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
    ask: async (atOnce: number) => {
      const asked = Array.from({ length: atOnce }, (_, n) => ({ n }));
      const answers = await Promise.all(asked.map((it) => call('GetItem', it)));
      expect(answers).toEqual(asked);
    },
  };
}

test.each<[Death, number]>([
  ['reset', 20],
  ['silence', 8],
])(
  'idle connections that end in %s, %i at once, fail no request and cost no attempt',
  async (death, atOnce) => {
    const { proxy, ask, attempts } = await aWorld({ patience: 2000 });
    await ask(atOnce);
    expect(proxy.kill(death)).toBe(atOnce);
    await ask(1);
    await ask(atOnce);
    expect(proxy.kill(death)).toBe(atOnce);
    await ask(atOnce);
    expect(attempts()).toBe(0);
  },
);

test('one connection found dead is enough to use none of those that were idle with it', async () => {
  const { proxy, ask } = await aWorld({ patience: 2000 });
  await ask(10);
  proxy.kill('silence');
  const began = performance.now();
  for (let n = 0; n < 10; n += 1) await ask(1);
  // Two seconds for the first, and not for another nine.
  expect(performance.now() - began).toBeLessThan(8000);
  expect(proxy.opened()).toBe(11);
});

test('a connection that was idle for longer than 20 seconds, in a sandbox that was frozen, is not used again', async () => {
  const { proxy, ask, freeze } = await aWorld({ patience: 60_000 });
  await ask(3);
  freeze(19_000);
  await ask(3);
  expect(proxy.opened()).toBe(3);
  proxy.kill('silence');
  freeze(21_000);
  await ask(3);
  expect(proxy.opened()).toBe(6);
});
