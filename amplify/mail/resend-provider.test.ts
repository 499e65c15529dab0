import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createResendProvider } from './resend-provider.ts';

const mail = {
  kind: 'confirmation',
  to: 'mickey@example.com',
  subject: 'Hello',
  text: 'Hello, Mickey',
  html: '<p>Hello, Mickey</p>',
} as const;

/** A fake of Resend's API, with the requests it received. */
async function startFakeResend(answer: (response: ServerResponse) => void, timeout = 60_000) {
  const requests: { headers: Record<string, unknown>; body: unknown }[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      requests.push({ headers: request.headers, body });
      return answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let key = 'first';
  const provider = createResendProvider({ url, from: 'A <a@b.c>', key: () => key, timeout });
  return {
    requests,
    provider,
    useKey: (next: string) => void (key = next),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const startAnswering = (status: number, body: unknown, headers = {}) =>
  startFakeResend((response) => void response.writeHead(status, headers).end(JSON.stringify(body)));

test(
  'a mail is one POST with its key and the current secret',
  { tags: 'mail-is-one-post' },
  async () => {
    await using fake = await startAnswering(200, { id: '1' });
    expect(await fake.provider.send(mail, 'created/1')).toEqual({ is: 'sent' });
    fake.useKey('second');
    await fake.provider.send(mail, 'created/1');
    const { kind: _, ...sent } = mail;
    expect(fake.requests[0]).toMatchObject({
      headers: { 'idempotency-key': 'created/1', authorization: 'Bearer first' },
      body: { from: 'A <a@b.c>', ...sent },
    });
    expect(fake.requests[1]?.headers).toMatchObject({ authorization: 'Bearer second' });
  },
);

test.each([
  [422, 'validation_error', { is: 'refused', code: 'validation_error' }],
  [400, 'validation_error', { is: 'refused', code: 'validation_error' }],
  [409, 'invalid_idempotent_request', { is: 'refused', code: 'invalid_idempotent_request' }],
  [409, 'concurrent_idempotent_requests', { is: 'later', code: 'concurrent_idempotent_requests' }],
  [422, 'invalid_from_address', { is: 'blocked', code: 'invalid_from_address' }],
  [401, 'missing_api_key', { is: 'blocked', code: 'missing_api_key' }],
  [403, 'invalid_api_key', { is: 'blocked', code: 'invalid_api_key' }],
  [404, 'not_found', { is: 'blocked', code: 'not_found' }],
  [408, undefined, { is: 'later', code: 'http_408' }],
  [429, 'rate_limit_exceeded', { is: 'later', code: 'rate_limit_exceeded' }],
  [500, 'application_error', { is: 'later', code: 'application_error' }],
  [503, 'not one word of <html>', { is: 'later', code: 'http_503' }],
])('%d %s', async (status, name, attempt) => {
  await using fake = await startAnswering(status, { name, message: 'mickey@example.com is bad' });
  expect(await fake.provider.send(mail, 'k')).toEqual(attempt);
});

test('the provider’s Retry-After is respected', async () => {
  await using fake = await startAnswering(429, {}, { 'Retry-After': '7' });
  expect(await fake.provider.send(mail, 'k')).toMatchObject({ is: 'later', wait: 7000 });
});

test('a missing, partial or late response counts as lost', async () => {
  const noAnswer = { is: 'later', code: 'no_answer' };
  await using cut = await startFakeResend((response) => void response.destroy());
  expect(await cut.provider.send(mail, 'k')).toEqual(noAnswer);
  await using half = await startFakeResend((response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await half.provider.send(mail, 'k')).toEqual(noAnswer);
  await using late = await startFakeResend(() => {}, 50);
  expect(await late.provider.send(mail, 'k')).toEqual(noAnswer);
});

test('an HTML error page is handled like any other error', async () => {
  await using fake = await startFakeResend(
    (it) => void it.writeHead(502).end('<h1>Bad gateway</h1>'),
  );
  expect(await fake.provider.send(mail, 'k')).toEqual({ is: 'later', code: 'http_502' });
});

test('redirects are not followed with the key', async () => {
  await using other = await startAnswering(200, {});
  await using fake = await startAnswering(307, {}, { Location: 'http://127.0.0.1:1/' });
  expect(await fake.provider.send(mail, 'k')).toEqual({ is: 'later', code: 'no_answer' });
  expect(other.requests).toEqual([]);
});
