import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoClient, type DynamoCall } from './dynamo-client.ts';
import { awsSdkCall } from '../testing/aws-sdk-call.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';

/** How many requests each table received. A table's name says how its server behaves. */
const requestCounts = new Map<string, number>();

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (more) => (body += String(more)));
  request.on('end', () => {
    const { TableName } = JSON.parse(body) as { TableName: string };
    requestCounts.set(TableName, (requestCounts.get(TableName) ?? 0) + 1);
    const [, status = '', type = ''] = TableName.split('_');
    if (status === 'reset') return request.socket.destroy();
    response.writeHead(Number(status), { 'content-type': 'application/x-amz-json-1.0' });
    response.end(type === 'html' ? '<html></html>' : JSON.stringify({ __type: `x#${type}` }));
  });
});
let url: URL;
let theirs: DynamoCall;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  theirs = awsSdkCall(url.href, 2);
});

afterAll(() => server.close());

/** Without an open connection, because our client does not count a failure on a reused one as an attempt. */
const ours = () =>
  createDynamoClient({
    http: createHttpClient(url, { timeout: 60_000 }),
    host: url.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: () => 0,
    sleep,
  }).call;

test.concurrent.each([
  ['400', 'ConditionalCheckFailedException'],
  ['400', 'ProvisionedThroughputExceededException'],
  ['400', 'ThrottlingException'],
  ['400', 'RequestLimitExceeded'],
  ['400', 'LimitExceededException'],
  ['400', 'ValidationException'],
  ['400', 'AccessDeniedException'],
  ['400', 'ResourceNotFoundException'],
  ['400', 'ItemCollectionSizeLimitExceededException'],
  ['400', 'TransactionConflictException'],
  ['400', 'UnrecognizedClientException'],
  ['400', 'ExpiredTokenException'],
  ['400', 'InvalidSignatureException'],
  ['500', 'InternalServerError'],
  ['503', 'ServiceUnavailable'],
  ['502', 'html'],
  ['504', 'html'],
  ['429', 'html'],
  ['reset', ''],
])('%s %s is retried if the AWS SDK retries it, and has the same name', async (...how) => {
  const by = async (who: string, call: DynamoCall) => {
    const TableName = [who, ...how].join('_');
    const error: unknown = await call('GetItem', { TableName, Key: { pk: { S: 'a' } } }).catch(
      (error: unknown) => error,
    );
    // Errors without a name from AWS may be named differently.
    const name = how[1]?.endsWith('n') && (error as Error).name;
    return { tries: requestCounts.get(TableName), name };
  };
  expect(await by('ours', ours())).toEqual(await by('theirs', theirs));
});
