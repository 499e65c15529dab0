import { createServer, type RequestListener } from 'node:http';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import https, { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test, vi } from 'vitest';
import { untilReceived } from '../../tools/testing/until-received.ts';
import { certificate, key } from '../testing/localhost-certificate.ts';
import { createHttpClient } from './keep-alive-http.ts';

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

/** For what is answered, or fails by itself: a busy machine needs seconds. */
const patient = { timeout: 60_000 };

const post = { method: 'POST', headers: { host: 'there', a: 'b' }, body: 'ä' } as const;

test('requests and responses use one connection', async () => {
  await using server = await aServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      response.writeHead(201);
      response.end([request.method, request.headers['a'], text].join(' '));
    });
  });
  const client = createHttpClient(server.url, patient);
  for (let n = 0; n < 3; n += 1)
    expect(await client(post)).toMatchObject({
      status: 201,
      body: 'POST b ä',
    });
  expect(server.connections()).toBe(1);
});

test('a server that does not respond fails after the timeout', async () => {
  await using server = await aServer(() => {});
  await expect(createHttpClient(server.url, { timeout: 50 })(post)).rejects.toMatchObject({
    name: 'ETIMEDOUT',
  });
});

test('a server that stops in the middle of a response fails after the timeout', async () => {
  await using server = await aServer((_, response) => void response.write('{"Ite'));
  await expect(createHttpClient(server.url, { timeout: 50 })(post)).rejects.toMatchObject({
    name: 'ETIMEDOUT',
  });
});

test('an interrupted response is a failure', async () => {
  await using server = await aServer((request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"Item":{}}', () => request.socket.destroy());
  });
  await expect(createHttpClient(server.url, patient)(post)).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

test('a missing server is reported as such', async () => {
  const client = createHttpClient(new URL('http://127.0.0.1:1'), patient);
  await expect(client(post)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('concurrent requests each get their own response', async () => {
  await using server = await aServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      setTimeout(() => response.end(text), Math.random() * 20);
    });
  });
  const client = createHttpClient(server.url, patient);
  for (let round = 0; round < 5; round += 1) {
    const bodies = Array.from({ length: 20 }, (_, n) => `${round}.${n} ${'x'.repeat(n * 1000)}`);
    const answers = await Promise.all(bodies.map((body) => client({ ...post, body })));
    expect(answers.map((it) => it.body)).toEqual(bodies);
  }
  expect(server.connections()).toBe(20);
});

test('a connection that the server has closed is not reused', async () => {
  let isLast = true;
  await using server = await aServer((_, response) => {
    if (isLast) response.setHeader('connection', 'close');
    response.end('well');
  });
  const client = createHttpClient(server.url, patient);
  await client(post);
  isLast = false;
  await client(post);
  server.hangUp();
  // The client notices after a moment. A call before that would fail and be retried by its caller.
  await untilReceived();
  expect(await client(post)).toMatchObject({ body: 'well' });
  expect(server.connections()).toBe(3);
});

test.each([
  ['together', (socket: Socket, answer: string) => void socket.write(answer + answer)],
  [
    'one after the other',
    (socket: Socket, answer: string) => {
      socket.write(answer);
      setImmediate(() => void setImmediate(() => socket.write(answer)));
    },
  ],
])('two responses to one request, %s, never become the next one’s', async (_, send) => {
  let requestCount = 0;
  const server = createRawServer((socket) => {
    socket
      .on('error', () => {})
      .on('data', () => {
        requestCount += 1;
        send(socket, `HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n${requestCount}`);
      });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = createHttpClient(new URL(`http://127.0.0.1:${port}`), patient);
  for (let n = 1; n <= 3; n += 1) {
    const answer = await client(post).then(
      (it) => it.body,
      (error: Error) => error.name,
    );
    expect(answer).toBe(String(n));
    await untilReceived();
  }
});

test('tracing tools see each call, whether they listen to Node or replace its functions', async () => {
  await using server = await aServer((_, response) => void response.end('well'));
  const client = createHttpClient(server.url, patient);
  const traced: string[] = [];
  const onRequest = (message: unknown) => {
    const { request } = message as { request: { method: string; host: string } };
    traced.push(`${request.method} ${request.host}`);
  };
  subscribe('http.client.request.start', onRequest);
  onTestFinished(() => void unsubscribe('http.client.request.start', onRequest));
  await client(post);
  expect(traced).toEqual(['POST 127.0.0.1']);

  const overTls = createHttpClient(new URL('https://127.0.0.1:1'), patient);
  const request = vi.spyOn(https, 'request');
  onTestFinished(() => request.mockRestore());
  await expect(overTls(post)).rejects.toMatchObject({ name: 'ECONNREFUSED' });
  expect(request).toHaveBeenCalledOnce();
});

test('only a server with a trusted certificate for its name receives anything', async () => {
  const hosts: string[] = [];
  const server = createSecureServer({ cert: certificate, key }, (request, response) => {
    hosts.push(String(request.headers.host));
    response.end('well');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const requestFrom = (host: string) =>
    createHttpClient(
      new URL(`https://${host}:${port}`),
      patient,
    )({
      ...post,
      headers: { host },
    });
  await expect(requestFrom('localhost')).rejects.toMatchObject({
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });

  const before = getCACertificates();
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
  await expect(requestFrom('127.0.0.1')).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  expect(await requestFrom('localhost')).toMatchObject({ body: 'well' });
  expect(hosts).toEqual(['localhost']);
});
