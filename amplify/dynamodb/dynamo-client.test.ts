import { expect, test } from 'vitest';
import { createDynamoClient } from './dynamo-client.ts';
import type { HttpResponse, HttpRequest } from '../aws/keep-alive-http.ts';

const noon = Date.parse('2026-01-01T12:00:00Z');
const errorResponse = (type: string, status = 400) => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'No' }),
});
const okResponse = { status: 200, body: '{"Item":{"a":{"S":"b"}}}' };
const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** A client over a fake that returns these responses and then succeeds, on a clock that stands still. */
function createClientFixture(answers: (Partial<HttpResponse> | Error)[], random = 1) {
  const sent: HttpRequest[] = [];
  const pauses: number[] = [];
  const dynamo = createDynamoClient({
    async http(it) {
      sent.push(it);
      const next = answers.shift() ?? okResponse;
      if (next instanceof Error) throw next;
      return { status: 200, headers: {}, body: '{}', ...next };
    },
    host: 'dynamodb.us-east-1.amazonaws.com',
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    now: () => noon,
    random: () => random,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...dynamo, sent, pauses, get: () => dynamo.call('GetItem', { TableName: 't' }) };
}

test('a call is one signed POST, and returns DynamoDB’s response', async () => {
  const { get, sent, pauses } = createClientFixture([]);
  expect(await get()).toEqual({ Item: { a: { S: 'b' } } });
  expect(sent).toMatchObject([
    {
      method: 'POST',
      body: '{"TableName":"t"}',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        authorization: expect.stringContaining('Credential=key/20260101/us-east-1/dynamodb/'),
      },
    },
  ]);
  expect(pauses).toEqual([]);
});

const silent = Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' });

test.each([
  ['a throttled call', errorResponse('ThrottlingException')],
  ['a table that is asked too much', errorResponse('ProvisionedThroughputExceededException')],
  ['too many requests', { status: 429, body: '' }],
  ['a server in trouble', errorResponse('InternalServerError', 500)],
  ['a gateway in between', { status: 503, body: '<html>' }],
  ['a connection that broke', broken],
])('%s is retried once, soon', async (_, failure) => {
  const once = createClientFixture([failure]);
  expect(await once.get()).toHaveProperty('Item');
  expect(once.pauses).toEqual([50]);
  const always = createClientFixture([failure, failure, failure]);
  await expect(always.get()).rejects.toThrow(Error);
  expect(always.pauses).toEqual([50]);
  expect(always.sent).toHaveLength(2);
});

test('a call without any response is not retried', async () => {
  const { get, sent } = createClientFixture([silent]);
  await expect(get()).rejects.toThrow('ETIMEDOUT');
  expect(sent).toHaveLength(1);
});

test('a pause is random, up to its limit', async () => {
  const { get, pauses } = createClientFixture([broken], 0.25);
  await get();
  expect(pauses).toEqual([12.5]);
});

test.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
  'a %s is not retried, and keeps its name',
  async (name) => {
    const { get, sent } = createClientFixture([errorResponse(name)]);
    await expect(get()).rejects.toMatchObject({ name, status: 400 });
    expect(sent).toHaveLength(1);
  },
);

test('a failed condition returns the item that did not meet it', async () => {
  const Item = { pk: { S: 'a' } };
  const { call } = createClientFixture([
    {
      status: 400,
      body: JSON.stringify({ __type: 'c#ConditionalCheckFailedException', Message: 'no', Item }),
    },
  ]);
  await expect(call('PutItem', {})).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item,
  });
});

test('a wrong signature is not retried', async () => {
  const { get, sent } = createClientFixture([errorResponse('InvalidSignatureException')]);
  await expect(get()).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  expect(sent).toHaveLength(1);
});

test('a table with a lasting problem gets one request per call in the end', async () => {
  const fixture = createClientFixture(Array.from({ length: 200 }, () => broken));
  for (let n = 0; n < 60; n += 1) await fixture.get().catch(() => {});
  const before = fixture.sent.length;
  await fixture.get().catch(() => {});
  expect(fixture.sent.length - before).toBe(1);
});

test('connecting sends no operation, and ignores failures', async () => {
  const { connect, sent } = createClientFixture([broken]);
  await connect();
  expect(sent).toEqual([{ method: 'GET', headers: { host: 'dynamodb.us-east-1.amazonaws.com' } }]);
});

const cancelled = (...codes: string[]) => ({
  status: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    message: 'Transaction cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});

test.each([
  [['TransactionConflict', 'None']],
  [['ConditionalCheckFailed', 'TransactionConflict']],
  [['None', 'ThrottlingError']],
  [['ProvisionedThroughputExceeded', 'None']],
])('a transaction refused for %j is sent again after a pause', async (codes) => {
  const { call, sent, pauses } = createClientFixture([cancelled(...codes)]);
  await call('TransactWriteItems', {});
  expect([sent.length, pauses.length]).toEqual([2, 1]);
});

test('a transaction refused by a condition alone is not sent again, and says which', async () => {
  const { call, sent } = createClientFixture([cancelled('None', 'ConditionalCheckFailed')]);
  await expect(call('TransactWriteItems', {})).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  expect(sent).toHaveLength(1);
});
