import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createWire } from './wire.ts';

async function aServer(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => (connections += 1));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const post = { method: 'POST', headers: { a: 'b' }, body: 'ä' } as const;

test('what is sent arrives, and what is answered comes back, over one connection', async () => {
  await using server = await aServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      response.writeHead(201);
      response.end([request.method, request.headers['a'], text].join(' '));
    });
  });
  const wire = createWire(server.url, 1000);
  for (let n = 0; n < 3; n += 1)
    expect(await wire(post)).toMatchObject({
      status: 201,
      body: 'POST b ä',
      date: expect.any(String),
    });
  expect(server.connections()).toBe(1);
});

test('a server that says nothing is not waited for longer than patience lasts', async () => {
  await using server = await aServer(() => {});
  await expect(createWire(server.url, 50)(post)).rejects.toMatchObject({ name: 'ETIMEDOUT' });
});

test('nor is one that stops in the middle of its answer', async () => {
  await using server = await aServer((_, response) => void response.write('{"Ite'));
  await expect(createWire(server.url, 50)(post)).rejects.toMatchObject({ name: 'ETIMEDOUT' });
});

test('an answer that breaks off is none', async () => {
  await using server = await aServer((request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"Item":{}}', () => request.socket.destroy());
  });
  await expect(createWire(server.url, 1000)(post)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a server that is not there is said to be so', async () => {
  const wire = createWire(new URL('http://127.0.0.1:1'), 1000);
  await expect(wire(post)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
