import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callEngine } from '../call-engine.ts';
import { startEngine } from '../engine.ts';
import { deleteExpired } from './delete-expired.ts';

const now = 1_800_000_000;
type Value = { [type: string]: unknown };

async function engineHolding(items: { [id: string]: Value | undefined }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-sweep-'));
  const { url, close } = await startEngine({ databaseFile: join(folder, 'local.db') });
  onTestFinished(close);
  await callEngine(url, 'CreateTable', {
    TableName: 'Notes',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  });
  for (const [id, ttl] of Object.entries(items)) {
    const Item = { id: { S: id }, ...(ttl && { ttl }) };
    await callEngine(url, 'PutItem', { TableName: 'Notes', Item });
  }
  return url;
}

async function leftIn(url: string): Promise<string[]> {
  const page = await callEngine<{ Items: { id: { S: string } }[] }>(url, 'Scan', {
    TableName: 'Notes',
  });
  return page.Items.map(({ id }) => id.S).toSorted();
}

test('only expired items are deleted', async () => {
  const url = await engineHolding({
    expired: { N: String(now - 1) },
    expiring: { N: String(now) },
    later: { N: String(now + 1) },
    forever: undefined,
    'not a number': { S: String(now - 1) },
    'in milliseconds': { N: String(now * 1000) },
    'a mistake': { N: '12' },
  });
  expect(await deleteExpired(url, 'Notes', 'ttl', now)).toBe(1);
  expect(await leftIn(url)).toEqual(
    ['expiring', 'later', 'forever', 'not a number', 'in milliseconds', 'a mistake'].toSorted(),
  );
});

test('deletion continues after the first page', async () => {
  const ids = Array.from({ length: 8 }, (_, n) => `note ${n}`);
  const url = await engineHolding(
    Object.fromEntries(ids.map((id) => [id, { N: String(now - 1) }])),
  );
  const filling = 'x'.repeat(300_000);
  for (const id of ids)
    await callEngine(url, 'UpdateItem', {
      TableName: 'Notes',
      Key: { id: { S: id } },
      UpdateExpression: 'SET filling = :filling',
      ExpressionAttributeValues: { ':filling': { S: filling } },
    });
  const rest = vi.fn(async () => {});
  expect(await deleteExpired(url, 'Notes', 'ttl', now, rest)).toBe(8);
  expect(await leftIn(url)).toEqual([]);
  // Others get their turn between two pages.
  expect(rest.mock.calls.length).toBeGreaterThan(0);
});

/** An engine where the expiry of an item is extended just before it is deleted. */
async function engineThatExtendsExpiry(url: string): Promise<string> {
  const between = createServer((request, response) => void answer(request, response));
  onTestFinished(() => void between.close());
  await once(between.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(between.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = JSON.parse(await text(request)) as { Key: object };
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    if (operation === 'DeleteItem') {
      const Item = { ...input.Key, ttl: { N: String(now + 60) } };
      await callEngine(url, 'PutItem', { TableName: 'Notes', Item });
    }
    try {
      response.end(JSON.stringify(await callEngine(url, operation, input)));
    } catch (error) {
      response.writeHead(400).end(JSON.stringify({ __type: (error as Error).name }));
    }
  }
}

test('an item whose expiry is extended meanwhile is kept', async () => {
  const url = await engineHolding({ note: { N: String(now - 1) } });
  expect(await deleteExpired(await engineThatExtendsExpiry(url), 'Notes', 'ttl', now)).toBe(0);
  expect(await leftIn(url)).toEqual(['note']);
});
