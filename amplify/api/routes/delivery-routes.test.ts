import { expect, test } from 'vitest';
import type { Webhook } from '#core/events/webhook.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { deliveryOf } from '../../events/new-deliveries.ts';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';
import { createMemoryEvents } from '../../testing/memory-events.ts';

const now = () => new Date('2026-01-01T12:00:00.000Z');

const stock: Webhook = {
  id: 'stock',
  url: 'https://stock.example',
  forms: ['pwausers'],
  events: ['created'],
  payload: 'answers',
};

/** The API for an owner of a form with a webhook, and some deliveries, the last one given up. */
async function anApi(webhooks: readonly Webhook[] = [stock]) {
  const events = createMemoryEvents(webhooks);
  for (const minute of [1, 2, 3]) {
    const entry = anEntry({ form: 'pwausers', username: 'ada' });
    const at = `2026-01-01T11:0${minute}:00.000Z`;
    await events.deliveries.add(
      deliveryOf(stock, { kind: 'created', at, entry }, { app: '', now: now() }),
    );
  }
  const [last] = (await events.deliveries.list({ form: 'pwausers', limit: 1 })).deliveries;
  if (last) {
    const { version: _version, dueAt: _dueAt, isFresh: _isFresh, ...rest } = last;
    await events.deliveries.replace(last, {
      ...rest,
      state: 'dead',
      attempts: 10,
      outcome: 'http_500',
    });
  }
  const send = createInMemoryApi(
    now,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    events,
  );
  const as = (groups: string | undefined) => (httpMethod: string, path: string, query?: object) =>
    send(
      anEvent(
        { httpMethod, path, body: null, queryStringParameters: (query ?? null) as never },
        'olga',
        groups,
      ),
    );
  return { events, ask: as('owners'), askAsAnyone: as(undefined) };
}

type Listed = {
  readonly webhooks: readonly string[];
  readonly items: readonly { readonly id: string; readonly state: string }[];
  readonly cursor?: string;
};

test('owners list what was sent, newest first, a page at a time, and never what it says', async () => {
  const { ask } = await anApi();
  const { statusCode, body } = await ask('GET', '/pwausers/deliveries', { limit: '2' });
  const first = body as unknown as Listed;
  expect(statusCode).toBe(200);
  expect(first).toMatchObject({
    webhooks: ['stock'],
    items: [
      { event: 'created', state: 'dead', attempts: 10, outcome: 'http_500', respondent: 'ada' },
      { event: 'created', state: 'waiting', attempts: 0, at: '2026-01-01T11:02:00.000Z' },
    ],
  });
  expect(JSON.stringify(first)).not.toContain('Mickey');
  const rest = await ask('GET', '/pwausers/deliveries', { cursor: first.cursor });
  expect(rest.body).toMatchObject({ items: [{ at: '2026-01-01T11:01:00.000Z' }] });
  expect(rest.body).not.toHaveProperty('cursor');
});

test('what was given up is sent again as it was, at once', async () => {
  const { ask, events } = await anApi();
  const { items } = (await ask('GET', '/pwausers/deliveries')).body as unknown as Listed;
  const id = items[0]?.id ?? '';
  const before = await events.deliveries.find('pwausers', id);
  expect((await ask('POST', `/pwausers/deliveries/${id}/again`)).statusCode).toBe(200);
  const after = await events.deliveries.find('pwausers', id);
  expect(after).toMatchObject({ state: 'waiting', attempts: 0, isFresh: true });
  expect(after?.body).toBe(before?.body);
});

test('a test is sent to a webhook of the form, and to no other', async () => {
  const { ask, events } = await anApi();
  expect((await ask('POST', '/pwausers/webhooks/stock/test')).statusCode).toBe(200);
  const { deliveries } = await events.deliveries.list({ form: 'pwausers', limit: 10 });
  const test = deliveries.find(({ kind }) => kind === 'test');
  expect(JSON.parse(test?.body ?? '')).toEqual({
    type: 'test',
    timestamp: now().toISOString(),
    data: { form: 'pwausers' },
  });
  for (const path of ['/pwausers/webhooks/other/test', '/items/webhooks/stock/test'])
    expect((await ask('POST', path)).statusCode).toBe(404);
});

test('a delivery of another form, or of none, is not found', async () => {
  const { ask } = await anApi();
  const { items } = (await ask('GET', '/pwausers/deliveries')).body as unknown as Listed;
  for (const path of [`/items/deliveries/${items[0]?.id}/again`, '/pwausers/deliveries/none/again'])
    expect((await ask('POST', path)).statusCode).toBe(404);
});

test('nobody else may see or send anything', async () => {
  const { askAsAnyone } = await anApi();
  for (const [method, path] of [
    ['GET', '/pwausers/deliveries'],
    ['POST', '/pwausers/deliveries/none/again'],
    ['POST', '/pwausers/webhooks/stock/test'],
  ] as const)
    expect((await askAsAnyone(method, path)).statusCode).toBe(403);
});

test('without webhooks there is nothing', async () => {
  const { ask } = await anApi([]);
  expect((await ask('GET', '/pwausers/deliveries')).body).toEqual({ webhooks: [], items: [] });
  expect((await ask('POST', '/pwausers/deliveries/none/again')).statusCode).toBe(404);
});
