import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { faultsApi } from './services/mail/service.ts';
import { sqsApi } from './services/sqs/sqs-operations.ts';
import { createQueue } from './services/sqs/sqs-queue.ts';
import { queueSettingsFrom } from './services/sqs/queue-settings.ts';
import { createDataPlane } from './data-plane.ts';
import { startAwsEndpoint } from './machine/aws-endpoint.ts';
import { region } from './template/arn.ts';

const id = 'https://sqs.us-east-1.amazonaws.com/000000000000/undelivered';

async function startTestEndpoint() {
  const settings = queueSettingsFrom({ path: 'q', type: 'AWS::SQS::Queue', id, properties: {} });
  const file = join(mkdtempSync(join(tmpdir(), 'endpoint-')), 'undelivered.json');
  const queue = createQueue(settings, { file });
  const provider = { faults: {} };
  const apis = [sqsApi(() => [queue]), faultsApi(provider)];
  const endpoint = await startAwsEndpoint(createDataPlane(apis), { port: 0, region });
  onTestFinished(() => endpoint.close());
  const send = async (method: string, path: string, body?: object, headers: object = {}) => {
    const init = { method, headers: { ...headers }, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(endpoint.url + path, init);
    const message = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? (JSON.parse(message) as unknown) : message };
  };
  const sqs = (operation: string, input: object) =>
    send('POST', '/', input, { 'x-amz-target': `AmazonSQS.${operation}` });
  return { send, sqs, provider };
}

test('a queue sends and receives messages in SQS’s JSON protocol', async () => {
  const { sqs } = await startTestEndpoint();
  expect(await sqs('GetQueueUrl', { QueueName: 'undelivered' })).toEqual({
    status: 200,
    body: { QueueUrl: id },
  });
  await sqs('SendMessage', { QueueUrl: id, MessageBody: 'hello' });
  const { body } = await sqs('ReceiveMessage', { QueueUrl: id });
  expect(body).toMatchObject({ Messages: [{ Body: 'hello' }] });
});

test('an unsupported operation is refused by name', async () => {
  const { sqs, send } = await startTestEndpoint();
  expect(await sqs('StartMessageMoveTask', { QueueUrl: id })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('StartMessageMoveTask') },
  });
  expect(await sqs('ReceiveMessage', { QueueUrl: 'nowhere' })).toMatchObject({
    body: { __type: 'QueueDoesNotExist' },
  });
  expect(await send('GET', '/2015-03-31/functions')).toMatchObject({
    body: { message: expect.stringContaining('GET /2015-03-31/functions') },
  });
});

test('faults can be set and read; an unknown one is refused, listing those that exist', async () => {
  const { send, provider } = await startTestEndpoint();
  expect((await send('PUT', '/faults', { failing: 0.5 })).body).toEqual({ failing: 0.5 });
  expect((await send('GET', '/faults')).body).toEqual({ failing: 0.5 });
  for (const wrong of [{ failing: 2 }, { losing: 'a' }, { nonsense: 1 }, { refusing: 'a@b.c' }])
    expect(await send('PUT', '/faults', wrong)).toMatchObject({ status: 400 });
  expect(provider.faults).toEqual({ failing: 0.5 });
});

test('requests from web pages are refused', async () => {
  const { send } = await startTestEndpoint();
  const fromAPage = { Origin: 'https://evil.example' };
  expect(await send('GET', '/faults', undefined, fromAPage)).toMatchObject({ status: 403 });
});
