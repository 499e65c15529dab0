import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createResend } from './resend.ts';

const mail = {
  kind: 'confirmation',
  to: 'mickey@example.com',
  subject: 'Hello',
  text: 'Hello, Mickey',
  html: '<p>Hello, Mickey</p>',
} as const;

/** A provider that answers as it is told, and what it was asked. */
async function aResend(answer: (response: ServerResponse) => void, patience = 5000) {
  const asked: { headers: Record<string, unknown>; body: unknown }[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ headers: request.headers, body });
      return answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let key = 'first';
  const provider = createResend({ url, from: 'A <a@b.c>', key: () => key, patience });
  return {
    asked,
    provider,
    useKey: (next: string) => void (key = next),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const answering = (status: number, body: unknown, headers = {}) =>
  aResend((response) => void response.writeHead(status, headers).end(JSON.stringify(body)));

test('a mail is one POST with its key, and with the secret as it is now', async () => {
  await using world = await answering(200, { id: '1' });
  expect(await world.provider.send(mail, 'created/1')).toEqual({ is: 'sent' });
  world.useKey('second');
  await world.provider.send(mail, 'created/1');
  const { kind: _, ...sent } = mail;
  expect(world.asked[0]).toMatchObject({
    headers: { 'idempotency-key': 'created/1', authorization: 'Bearer first' },
    body: { from: 'A <a@b.c>', ...sent },
  });
  expect(world.asked[1]?.headers).toMatchObject({ authorization: 'Bearer second' });
});

test.each([
  [422, 'validation_error', { is: 'refused', code: 'validation_error' }],
  [400, 'validation_error', { is: 'refused', code: 'validation_error' }],
  [409, 'invalid_idempotent_request', { is: 'refused', code: 'invalid_idempotent_request' }],
  [409, 'concurrent_idempotent_requests', { is: 'later', code: 'concurrent_idempotent_requests' }],
  [422, 'invalid_from_address', { is: 'stuck', code: 'invalid_from_address' }],
  [401, 'missing_api_key', { is: 'stuck', code: 'missing_api_key' }],
  [403, 'invalid_api_key', { is: 'stuck', code: 'invalid_api_key' }],
  [404, 'not_found', { is: 'stuck', code: 'not_found' }],
  [408, undefined, { is: 'later', code: 'http_408' }],
  [429, 'rate_limit_exceeded', { is: 'later', code: 'rate_limit_exceeded' }],
  [500, 'application_error', { is: 'later', code: 'application_error' }],
  [503, 'not one word of <html>', { is: 'later', code: 'http_503' }],
])('%d %s', async (status, name, attempt) => {
  await using world = await answering(status, { name, message: 'mickey@example.com is bad' });
  expect(await world.provider.send(mail, 'k')).toEqual(attempt);
});

test('how long to wait is what the provider says', async () => {
  await using world = await answering(429, {}, { 'Retry-After': '7' });
  expect(await world.provider.send(mail, 'k')).toMatchObject({ is: 'later', wait: 7000 });
});

test('no answer, half an answer and a late one are lost answers', async () => {
  const noAnswer = { is: 'later', code: 'no_answer' };
  await using cut = await aResend((response) => void response.destroy());
  expect(await cut.provider.send(mail, 'k')).toEqual(noAnswer);
  await using half = await aResend((response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await half.provider.send(mail, 'k')).toEqual(noAnswer);
  await using late = await aResend(() => {}, 50);
  expect(await late.provider.send(mail, 'k')).toEqual(noAnswer);
});

test('a page of HTML is a refusal like any other', async () => {
  await using world = await aResend((it) => void it.writeHead(502).end('<h1>Bad gateway</h1>'));
  expect(await world.provider.send(mail, 'k')).toEqual({ is: 'later', code: 'http_502' });
});

test('nobody is followed elsewhere with the key', async () => {
  await using other = await answering(200, {});
  await using world = await answering(307, {}, { Location: 'http://127.0.0.1:1/' });
  expect(await world.provider.send(mail, 'k')).toEqual({ is: 'later', code: 'no_answer' });
  expect(other.asked).toEqual([]);
});
