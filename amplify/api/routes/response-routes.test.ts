import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

/** Entries of three people on three days, and requests of an owner. */
async function withResponses() {
  let day = 0;
  const send = createInMemoryApi(() => new Date(Date.UTC(2026, 0, day, 12)));
  const entries: Record<string, unknown>[] = [];
  for (const username of ['ada', 'bob', 'eve']) {
    day += 1;
    entries.unshift((await send(anEvent({}, username))).body);
  }
  return {
    send,
    entries,
    ask: (query: Record<string, string> | null = null, groups = 'owners', at = 'responses') =>
      send(
        anEvent(
          { httpMethod: 'GET', path: `/pwausers/${at}`, queryStringParameters: query },
          'olga',
          groups,
        ),
      ),
  };
}

test(
  'an owner reads everyone’s responses, newest first, page by page',
  { tags: 'owner-reads-responses' },
  async () => {
    const { ask, entries } = await withResponses();
    expect((await ask()).body).toEqual({ items: entries });
    const first = await ask({ limit: '2' });
    expect(first.body['items']).toEqual(entries.slice(0, 2));
    const second = await ask({ limit: '2', cursor: String(first.body['cursor']) });
    expect(second.body).toEqual({ items: entries.slice(2) });
  },
);

test.each([
  [{ from: '2026-01-02' }, [0, 1]],
  [{ to: '2026-01-02' }, [1, 2]],
  [{ from: '2026-01-02', to: '2026-01-02' }, [1]],
  [{ from: '2026-01-03', to: '2026-01-01' }, []],
  [{ from: '2026-01-02T12:00:00Z' }, [0, 1]],
  [{ from: '2026-01-02T12:00:00.001Z' }, [0]],
  [{ to: '2026-01-02T13:00:00+01:00' }, [1, 2]],
  [{ from: '2026-01-01T23:00:00Z', to: '2026-01-02T11:59:59.999Z' }, []],
])('the parameters %j select the responses %j', async (query, wanted) => {
  const { ask, entries } = await withResponses();
  expect((await ask(query)).body).toEqual({ items: wanted.map((it) => entries[it]) });
});

test('an owner picks one response by its author and id; a wrong pair gives none', async () => {
  const { ask, entries } = await withResponses();
  const id = String(entries[1]?.['id']);
  expect((await ask({ username: 'bob', id })).body).toEqual({
    items: [entries[1]],
    assignees: [],
  });
  expect((await ask({ username: 'ada', id })).body).toEqual({ items: [] });
});

test('an owner who reads one response also sees the state of its mail', async () => {
  const mail = {
    state: 'refused',
    at: '2026-01-01T12:00:01.000Z',
    code: 'validation_error',
  } as const;
  const store = { ...createMemoryStore(), mailState: async () => mail };
  const send = createInMemoryApi(undefined, store);
  const { body: entry } = await send(anEvent({}, 'bob'));
  const query = { username: 'bob', id: String(entry['id']) };
  const asking = { httpMethod: 'GET', path: '/pwausers/responses', queryStringParameters: query };
  expect((await send(anEvent(asking, 'olga', 'owners'))).body).toEqual({
    items: [entry],
    mail,
    assignees: [],
  });
  const other = { ...asking, queryStringParameters: { ...query, username: 'ada' } };
  expect((await send(anEvent(other, 'olga', 'owners'))).body).toEqual({ items: [] });
});

test.each(['staff', 'Owners', 'owner', 'co-owners,staff', ''])(
  'a member of “%s” may not read the responses',
  { tags: 'others-read-no-responses' },
  async (groups) => {
    const { ask } = await withResponses();
    expect(await ask(null, groups)).toMatchObject({ statusCode: 403, body: { code: 'forbidden' } });
  },
);

test.each([
  { limit: '0' },
  { limit: '101' },
  { cursor: 'user#eve' },
  { cursor: '' },
  { cursor: 'zzzzzzzzzz.AY88LnsacACAAAEjRWeJqw' },
  { cursor: 'mjx8a1c0.not-an-id' },
  { from: '2026-02-30' },
  { to: '2026-1-1' },
  { from: '' },
  { from: '2026-01-02T12:00:00' },
  { to: '2026-02-30T12:00:00Z' },
  { username: 'ada' },
  { id: '018f3c2e-7b1a-7000-8000-0123456789ab' },
  { username: 'ada', id: 'entry#1' },
  { username: '', id: '018f3c2e-7b1a-7000-8000-0123456789ab' },
])('responses with the parameters %j are rejected', async (query) => {
  const { ask } = await withResponses();
  expect(await ask(query)).toMatchObject({ statusCode: 400, body: { code: 'invalid_parameter' } });
});

test('an owner can neither change another person’s entry nor read it as their own', async () => {
  const { send, entries } = await withResponses();
  const path = `/pwausers/${String(entries[0]?.['id'])}`;
  const headers = { 'content-type': 'application/json', 'If-Match': '"1"' };
  for (const [httpMethod, at] of [
    ['GET', path],
    ['PUT', path],
    ['DELETE', path],
    ['POST', `${path}/restore`],
  ] as const)
    expect(await send(anEvent({ httpMethod, path: at, headers }, 'olga', 'owners'))).toMatchObject({
      statusCode: 404,
    });
});

test('an owner reads a summary of the responses', async () => {
  const { ask } = await withResponses();
  expect(await ask(null, 'owners', 'summary')).toMatchObject({
    statusCode: 200,
    body: {
      form: 'pwausers',
      count: 3,
      complete: true,
      days: { '2026-01-03': 1, '2026-01-02': 1, '2026-01-01': 1 },
      fields: { fname: { answered: 3 }, source: { answered: 0, options: { friend: 0 } } },
    },
  });
  expect(await ask(null, 'staff', 'summary')).toMatchObject({ statusCode: 403 });
});
