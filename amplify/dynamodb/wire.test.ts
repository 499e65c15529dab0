import { createServer, type RequestListener } from 'node:http';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import https, { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test, vi } from 'vitest';
import { certificate, key } from './certificate.contract.ts';
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
    hangUp: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const post = { method: 'POST', headers: { host: 'there', a: 'b' }, body: 'ä' } as const;

test('what is sent arrives, and what is answered comes back, over one connection', async () => {
  await using server = await aServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      response.writeHead(201);
      response.end([request.method, request.headers['a'], text].join(' '));
    });
  });
  const wire = createWire(server.url, { patience: 1000 });
  for (let n = 0; n < 3; n += 1)
    expect(await wire(post)).toMatchObject({
      status: 201,
      body: 'POST b ä',
    });
  expect(server.connections()).toBe(1);
});

test('a server that says nothing is not waited for longer than patience lasts', async () => {
  await using server = await aServer(() => {});
  await expect(createWire(server.url, { patience: 50 })(post)).rejects.toMatchObject({
    name: 'ETIMEDOUT',
  });
});

test('nor is one that stops in the middle of its answer', async () => {
  await using server = await aServer((_, response) => void response.write('{"Ite'));
  await expect(createWire(server.url, { patience: 50 })(post)).rejects.toMatchObject({
    name: 'ETIMEDOUT',
  });
});

test('an answer that breaks off is none', async () => {
  await using server = await aServer((request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"Item":{}}', () => request.socket.destroy());
  });
  await expect(createWire(server.url, { patience: 1000 })(post)).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

test('a server that is not there is said to be so', async () => {
  const wire = createWire(new URL('http://127.0.0.1:1'), { patience: 1000 });
  await expect(wire(post)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('questions asked at once are answered each with its own answer', async () => {
  await using server = await aServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      setTimeout(() => response.end(text), Math.random() * 20);
    });
  });
  const wire = createWire(server.url, { patience: 1000 });
  for (let round = 0; round < 5; round += 1) {
    const bodies = Array.from({ length: 20 }, (_, n) => `${round}.${n} ${'x'.repeat(n * 1000)}`);
    const answers = await Promise.all(bodies.map((body) => wire({ ...post, body })));
    expect(answers.map((it) => it.body)).toEqual(bodies);
  }
  expect(server.connections()).toBe(20);
});

test('a connection that the server has closed is not asked on again', async () => {
  let isLast = true;
  await using server = await aServer((_, response) => {
    if (isLast) response.setHeader('connection', 'close');
    response.end('well');
  });
  const wire = createWire(server.url, { patience: 1000 });
  await wire(post);
  isLast = false;
  await wire(post);
  server.hangUp();
  // Word of it takes a moment; a call that comes before is tried again by its caller.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await wire(post)).toMatchObject({ body: 'well' });
  expect(server.connections()).toBe(3);
});

test.each([
  ['together', (socket: Socket, answer: string) => void socket.write(answer + answer)],
  [
    'one after the other',
    (socket: Socket, answer: string) => {
      socket.write(answer);
      setTimeout(() => socket.write(answer), 20);
    },
  ],
])('two answers to one question, %s, never answer the next', async (_, send) => {
  let asked = 0;
  const server = createRawServer((socket) => {
    socket
      .on('error', () => {})
      .on('data', () => {
        asked += 1;
        send(socket, `HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n${asked}`);
      });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const wire = createWire(new URL(`http://127.0.0.1:${port}`), { patience: 1000 });
  for (let n = 1; n <= 3; n += 1) {
    const answer = await wire(post).then(
      (it) => it.body,
      (error: Error) => error.name,
    );
    expect(answer).toBe(String(n));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
});

test('tracing tools see each call, whether they listen to Node or stand in its place', async () => {
  await using server = await aServer((_, response) => void response.end('well'));
  const wire = createWire(server.url, { patience: 1000 });
  const heard: string[] = [];
  const hear = (message: unknown) => {
    const { request } = message as { request: { method: string; host: string } };
    heard.push(`${request.method} ${request.host}`);
  };
  subscribe('http.client.request.start', hear);
  onTestFinished(() => void unsubscribe('http.client.request.start', hear));
  await wire(post);
  expect(heard).toEqual(['POST 127.0.0.1']);

  const overTls = createWire(new URL('https://127.0.0.1:1'), { patience: 1000 });
  const request = vi.spyOn(https, 'request');
  onTestFinished(() => request.mockRestore());
  await expect(overTls(post)).rejects.toMatchObject({ name: 'ECONNREFUSED' });
  expect(request).toHaveBeenCalledOnce();
});

test('only a server that is vouched for, under the name it is called by, is told anything', async () => {
  const told: string[] = [];
  const server = createSecureServer({ cert: certificate, key }, (request, response) => {
    told.push(String(request.headers.host));
    response.end('well');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (host: string) =>
    createWire(new URL(`https://${host}:${port}`), { patience: 2000 })({
      ...post,
      headers: { host },
    });
  await expect(ask('localhost')).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });

  const before = getCACertificates();
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
  await expect(ask('127.0.0.1')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  expect(await ask('localhost')).toMatchObject({ body: 'well' });
  expect(told).toEqual(['localhost']);
});
