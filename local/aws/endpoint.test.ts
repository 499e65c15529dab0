import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createQueue } from '../sqs/queue.ts';
import { queueSettingsFrom } from '../sqs/queue-settings.ts';
import { createDataPlane } from './data-plane.ts';
import { startAwsEndpoint } from './endpoint.ts';

const id = 'https://sqs.us-east-1.amazonaws.com/000000000000/undelivered';

async function aWorld() {
  const settings = queueSettingsFrom({ path: 'q', type: 'AWS::SQS::Queue', id, properties: {} });
  const file = join(mkdtempSync(join(tmpdir(), 'endpoint-')), 'undelivered.json');
  const queue = createQueue(settings, { file });
  const provider = { faults: {} };
  const deps = { engineUrl: '', queues: () => [queue], provider };
  const nobody = { functionNamed: () => undefined, mappings: () => [] };
  const endpoint = await startAwsEndpoint(createDataPlane({ ...deps, ...nobody }), 0);
  onTestFinished(() => endpoint.close());
  const send = async (method: string, path: string, body?: object, headers: object = {}) => {
    const init = { method, headers: { ...headers }, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(endpoint.url + path, init);
    const said = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? (JSON.parse(said) as unknown) : said };
  };
  const sqs = (operation: string, input: object) =>
    send('POST', '/', input, { 'x-amz-target': `AmazonSQS.${operation}` });
  return { send, sqs, provider };
}

test('a queue takes and gives messages in SQS’s own JSON', async () => {
  const { sqs } = await aWorld();
  expect(await sqs('GetQueueUrl', { QueueName: 'undelivered' })).toEqual({
    status: 200,
    body: { QueueUrl: id },
  });
  await sqs('SendMessage', { QueueUrl: id, MessageBody: 'hello' });
  const { body } = await sqs('ReceiveMessage', { QueueUrl: id });
  expect(body).toMatchObject({ Messages: [{ Body: 'hello' }] });
});

test('what is not played here is refused by name', async () => {
  const { sqs, send } = await aWorld();
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

test('faults are set, told, and refused with the names there are', async () => {
  const { send, provider } = await aWorld();
  expect((await send('PUT', '/faults', { failing: 0.5 })).body).toEqual({ failing: 0.5 });
  expect((await send('GET', '/faults')).body).toEqual({ failing: 0.5 });
  for (const wrong of [{ failing: 2 }, { losing: 'a' }, { nonsense: 1 }, { refusing: 'a@b.c' }])
    expect(await send('PUT', '/faults', wrong)).toMatchObject({ status: 400 });
  expect(provider.faults).toEqual({ failing: 0.5 });
});

test('a page of the web is not let in', async () => {
  const { send } = await aWorld();
  const fromAPage = { Origin: 'https://evil.example' };
  expect(await send('GET', '/faults', undefined, fromAPage)).toMatchObject({ status: 403 });
});
