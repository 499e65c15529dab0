import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { postMessage, type PostResult } from './post-message.ts';

const allow = ['http', 'private-addresses'] as const;

/** A receiver on this machine, by its port. */
async function aReceiver(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

type Options = Partial<Parameters<typeof postMessage>[0]>;

function post(url: string, options: Options = {}): Promise<PostResult> {
  const given = { headers: { 'webhook-id': 'an-event' }, body: '{"a":"ä"}', timeout: 60_000 };
  return postMessage({ webhook: { url, allow }, ...given, ...options });
}

test('the body arrives byte for byte, with its headers', async () => {
  const received: unknown[] = [];
  const port = await aReceiver((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      received.push(request.method, request.url, request.headers['webhook-id'], body);
      response.writeHead(204).end();
    });
  });
  expect(await post(`http://127.0.0.1:${port}/hook?a=1`)).toEqual({
    is: 'delivered',
    code: 'http_204',
  });
  expect(received).toEqual(['POST', '/hook?a=1', 'an-event', '{"a":"ä"}']);
});

test.each([301, 302, 307, 308])('a redirect by %i is not followed', async (status) => {
  const paths: unknown[] = [];
  const port = await aReceiver(({ url }, response) => {
    paths.push(url);
    response.writeHead(status, { Location: '/elsewhere' }).end();
  });
  expect(await post(`http://127.0.0.1:${port}/hook`)).toEqual({
    is: 'failed',
    code: `http_${status}`,
  });
  expect(paths).toEqual(['/hook']);
});

test('a receiver can ask to be left in peace for a while', async () => {
  const port = await aReceiver((_, response) =>
    response.writeHead(503, { 'Retry-After': '120' }).end('busy'),
  );
  expect(await post(`http://127.0.0.1:${port}`)).toEqual({
    is: 'failed',
    code: 'http_503',
    wait: 120_000,
  });
});

test('a receiver that never answers is given up after the timeout', async () => {
  const port = await aReceiver(() => {});
  const result = await post(`http://127.0.0.1:${port}`, { timeout: 50 });
  expect(result).toEqual({ is: 'failed', code: 'timeout' });
});

test('a response without an end is not received to its end', async () => {
  let sent = 0;
  const port = await aReceiver((_, response) => {
    const piece = Buffer.alloc(64 * 1024);
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(piece)) sent += piece.length;
    };
    response.on('drain', more);
    more();
  });
  expect(await post(`http://127.0.0.1:${port}`)).toMatchObject({ is: 'delivered' });
  // What the kernel takes, on both sides.
  expect(sent).toBeLessThan(32 * 1024 * 1024);
});

test('a receiver that answers before it has read a long message has not received it', async () => {
  const port = await aReceiver((request, response) => {
    request.pause();
    response.writeHead(200).end();
  });
  const body = 'x'.repeat(64 * 1024 * 1024);
  const result = await post(`http://127.0.0.1:${port}`, { body });
  expect(result).toEqual({ is: 'failed', code: 'answered_early' });
});

test('a port without a server, and a name without an address, are failures', async () => {
  const port = await aReceiver(() => {});
  expect(await post(`http://nowhere.example:${port}`, { resolve: lookups([]) })).toEqual({
    is: 'failed',
    code: 'enotfound',
  });
  expect(await post('http://127.0.0.1:1')).toEqual({ is: 'failed', code: 'econnrefused' });
});

test.each([
  'http://127.0.0.1',
  'http://2130706433',
  'http://0x7f.1',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1',
])('%s is refused, unless private addresses are allowed', async (url) => {
  const webhook = { url, allow: ['http'] as const };
  expect(await post(url, { webhook })).toEqual({ is: 'failed', code: 'private_address' });
});

test('http is refused, unless it is allowed', async () => {
  const webhook = { url: 'http://example.com' };
  expect(await post('', { webhook })).toEqual({ is: 'failed', code: 'not_https' });
});

/** A name that is looked up to one list of addresses after another. */
function lookups(...lists: readonly (readonly string[])[]): NonNullable<Options['resolve']> {
  const left = lists.map((it) => it.map((address) => ({ address, family: 4 })));
  return vi.fn<NonNullable<Options['resolve']>>((_, done) => done(null, left.shift() ?? []));
}

test('a name that leads to a private address is refused, also if only one of its addresses is', async () => {
  const requests: unknown[] = [];
  const port = await aReceiver((request) => void requests.push(request.url));
  const url = `http://rebinding.example:${port}`;
  const webhook = { url, allow: ['http'] as const };
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1']])
    expect(await post(url, { webhook, resolve: lookups(addresses) })).toEqual({
      is: 'failed',
      code: 'private_address',
    });
  expect(requests).toEqual([]);
});

test('the address that was checked is the one that is connected to: nothing is looked up twice', async () => {
  const port = await aReceiver((_, response) => response.end());
  const url = `http://once.example:${port}`;
  const resolve = lookups(['127.0.0.1'], ['10.0.0.1']);
  expect(await post(url, { resolve })).toMatchObject({ is: 'delivered' });
  expect(resolve).toHaveBeenCalledTimes(1);
});
