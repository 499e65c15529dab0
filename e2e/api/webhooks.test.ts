import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { openAws } from '../../tools/operate/signed-aws-calls.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import type { TestBackend } from '../testing/backend/test-backend.ts';
import { startWebhookBackend, webhookSecret } from '../testing/backend/webhook-backend.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/backend/webhook-receiver.ts';

let receiver: WebhookReceiver;
let backend: TestBackend;
let person: SignedInPerson;

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  backend = await startWebhookBackend(receiver.url);
  person = await signInAs(backend.cloud, 'mickey@example.com');
});

afterAll(async () => {
  await backend[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

/** What is stored about the events of an entry. */
async function eventRows(entry: string) {
  const rows = await tableRows(backend.cloud, undefined, /events/i);
  return rows.filter(({ pk }) => String(pk).includes(entry));
}

type Message = {
  readonly type: string;
  readonly data: { readonly entry: string; readonly version: number; readonly answers?: object };
};

/** What the receiver was sent about an entry, verified by the library of Standard Webhooks. */
function messagesAbout(entry: string): readonly Message[] {
  const verifier = new Webhook(webhookSecret);
  return receiver.received
    .map(({ headers, body }) => verifier.verify(body, headers as Record<string, string>) as Message)
    .filter(({ data }) => data.entry === entry);
}

test(
  'what happens to an entry arrives at once, signed and in its order',
  { tags: 'webhook-delivered' },
  async () => {
    const id = randomUUID();
    const answers = { fname: 'Mickey', lname: 'Mouse' };
    await person.submit('pwausers', answers, { 'Idempotency-Key': id });
    await expect.poll(() => messagesAbout(id)).toHaveLength(1);
    expect(messagesAbout(id)[0]?.data.answers).toMatchObject(answers);
    const owner = await signInAs(backend.cloud, 'olga@example.com', ['owners']);
    await owner.send('POST', `pwausers/responses/${person.username}/${id}/reviews`, {
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({ state: 'approved', version: 1 }),
    });
    await person.send('DELETE', `pwausers/${id}`);
    await person.send('POST', `pwausers/${id}/restore`);
    // Erasing replaces what is stored: an event on its way would stay claimed for a minute.
    await expect
      .poll(async () => (await eventRows(id)).map(({ state }) => state))
      .toEqual(Array.from({ length: 4 }, () => 'delivered'));
    await person.send('DELETE', `pwausers/${id}?permanent=true`);
    await expect
      .poll(() => messagesAbout(id).map(({ type, data }) => `${data.version} ${type}`))
      .toEqual([
        '1 entry.created',
        '1 entry.reviewed',
        '2 entry.withdrawn',
        '3 entry.restored',
        '4 entry.erased',
      ]);
    expect(JSON.stringify(await eventRows(id))).not.toContain('Mickey');
  },
);

/** Runs `npm run resend-mail` against the local cloud, the same way as against AWS. */
async function resend(): Promise<string> {
  const env = { ...process.env, AWS_ENDPOINT_URL: backend.cloud.awsUrl };
  const program = [process.execPath, ['tools/operate/resend-mail.ts'], { env }] as const;
  return (await promisify(execFile)(...program)).stdout;
}

test(
  'what failed is sent again when it is due, and by `npm run resend-mail` once it was given up, with the same id and bytes',
  { tags: 'webhook-sent-again' },
  async () => {
    receiver.status = 500;
    const id = randomUUID();
    const answers = { fname: 'Mickey', lname: 'Mouse' };
    await person.submit('pwausers', answers, { 'Idempotency-Key': id });
    await failedTimes(id, 1);
    await change(id, 'SET dueAt = :now', { ':now': { S: new Date().toISOString() } });
    await sendDue();
    await failedTimes(id, 2);
    // As if three days had passed.
    await change(id, 'SET #state = :dead REMOVE dueKey, dueAt', { ':dead': { S: 'dead' } });
    receiver.status = 204;
    expect(await resend()).toContain('pwausers: 1 events for stock are sent again');
    await expect
      .poll(() => eventRows(id))
      .toMatchObject([{ state: 'delivered', outcome: 'http_204' }]);
    const sent = receiver.received.filter(({ body }) => body.includes(id));
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  },
);

async function failedTimes(entry: string, attempts: number): Promise<void> {
  await expect.poll(() => eventRows(entry)).toMatchObject([{ outcome: 'http_500', attempts }]);
}

/** As the schedule does every minute. */
async function sendDue(): Promise<void> {
  const aws = await openAws(backend.cloud.awsUrl);
  const { EventSourceMappings } = await aws.lambda<{
    EventSourceMappings: readonly { FunctionArn: string; EventSourceArn: string }[];
  }>('GET', 'event-source-mappings/');
  const sender = EventSourceMappings.find((it) => /Events/.test(it.EventSourceArn));
  const name = sender?.FunctionArn.split(':')[6];
  await aws.lambda('POST', `functions/${name}/invocations`, { due: true });
}

/** Changes what is stored about the only event of an entry. */
async function change(entry: string, update: string, values: object): Promise<void> {
  const { engineUrl } = backend.cloud.database;
  const tables = await callEngine<{ TableNames: string[] }>(engineUrl, 'ListTables', {});
  const [row] = await eventRows(entry);
  await callEngine(engineUrl, 'UpdateItem', {
    TableName: tables.TableNames.find((it) => /events/i.test(it)),
    Key: { pk: { S: row?.['pk'] }, sk: { S: row?.['sk'] } },
    UpdateExpression: update,
    ...(update.includes('#state') && { ExpressionAttributeNames: { '#state': 'state' } }),
    ExpressionAttributeValues: values,
  });
}

test('an owner sees what was sent, and sends a test', async () => {
  const owner = await signInAs(backend.cloud, 'owner@example.com', ['owners']);
  expect((await person.send('GET', 'pwausers/deliveries')).status).toBe(403);
  expect((await owner.send('POST', 'pwausers/webhooks/stock/test')).status).toBe(200);
  const listed = async () => (await owner.send('GET', 'pwausers/deliveries')).json();
  const latest = { event: 'test', state: 'delivered', attempts: 1 };
  await expect.poll(listed).toMatchObject({
    webhooks: ['stock'],
    items: expect.arrayContaining([expect.objectContaining(latest)]),
  });
});
