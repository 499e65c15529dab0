import { expect, onTestFinished, test } from 'vitest';
import { openGateway } from '../../testing/test-gateway.ts';

/** The response a client gets for what the function returned. */
async function received(result: string) {
  const { send } = await openGateway(onTestFinished, {
    source: `export const handler = async () => (${result});`,
  });
  return send('/v1/ride');
}

test.each([
  ['nothing but a status', `{ statusCode: 201 }`, 201, ''],
  ['a status as text', `{ statusCode: '201' }`, 201, ''],
  ['nothing but a body', `{ body: 'hello' }`, 200, 'hello'],
  ['nothing but headers', `{ headers: { 'X-A': 'b' } }`, 200, ''],
  ['nulls', `{ statusCode: 200, headers: null, multiValueHeaders: null, body: null }`, 200, ''],
  ['base64, which is sent as it is', `{ body: 'aGk=', isBase64Encoded: true }`, 200, 'aGk='],
])('%s is a valid result', async (_, result, status, text) => {
  const answer = await received(result);
  expect([answer.status, answer.text]).toEqual([status, text]);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'x-amzn-requestid': expect.any(String),
    'x-amz-apigw-id': expect.any(String),
    'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
  });
});

test.each([
  ['nothing', `undefined`],
  ['an empty object', `{}`],
  ['text', `'hello'`],
  ['a list', `[]`],
  ['an unknown key', `{ statusCode: 200, cookies: [] }`],
  ['a status that is no number', `{ statusCode: 'ok' }`],
  ['an invalid status', `{ statusCode: 99 }`],
  ['a body that is an object', `{ body: { a: 1 } }`],
  ['headers that are a list', `{ headers: [] }`],
  ['a header that is a number', `{ headers: { 'X-A': 1 } }`],
  ['a header that breaks the line', `{ headers: { 'X-A': 'b\\r\\nX-B: c' } }`],
  ['many values that are no list', `{ multiValueHeaders: { 'X-A': 'b' } }`],
])('%s is malformed, a 502', async (_, result) => {
  const answer = await received(result);
  expect(answer).toMatchObject({ status: 502, text: '{"message":"Internal server error"}' });
  expect(answer.headers).toMatchObject({ 'x-amzn-errortype': 'InternalServerErrorException' });
});

test('a function’s own content type and boolean headers are sent', async () => {
  const answer = await received(`{ headers: { 'content-type': 'text/csv', 'X-Yes': true } }`);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/csv', 'x-yes': 'true' });
  expect(answer.rawHeaders.filter((it) => it.toLowerCase() === 'content-type')).toHaveLength(1);
});

test('headers and multiValueHeaders are merged; names in both have the case of the second', async () => {
  const { rawHeaders } = await received(`{
    headers: { 'x-tag': 'one', 'X-Other': 'b', 'set-cookie': 'c=3' },
    multiValueHeaders: { 'X-Tag': ['one', 'two'], 'Set-Cookie': ['a=1', 'b=2'] },
  }`);
  const pairs = rawHeaders.flatMap((name, i) => (i % 2 ? [] : [`${name}: ${rawHeaders[i + 1]}`]));
  expect(pairs).toEqual(expect.arrayContaining(['X-Tag: one', 'X-Tag: two', 'X-Other: b']));
  expect(pairs.filter((it) => it.startsWith('x-tag'))).toEqual([]);
  const cookies = pairs.filter((it) => /^set-cookie/i.test(it)).map((it) => it.split(' ')[1]);
  expect(cookies).toHaveLength(3);
  expect(new Set(cookies)).toEqual(new Set(['a=1', 'b=2', 'c=3']));
});

test('headers reserved to the gateway are renamed', async () => {
  const { headers, text } = await received(`{
    headers: { 'Content-Length': '999', Connection: 'upgrade', Server: 'mine', 'Transfer-Encoding': 'chunked' },
    body: 'hello',
  }`);
  expect(headers).toMatchObject({
    'content-length': '5',
    'x-amzn-remapped-content-length': '999',
    'x-amzn-remapped-connection': 'upgrade',
    'x-amzn-remapped-server': 'mine',
  });
  expect(headers).not.toHaveProperty('transfer-encoding');
  expect(text).toBe('hello');
});
