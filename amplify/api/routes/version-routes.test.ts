import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { mostVersions } from '#core/versions/entry-version.ts';
import { anEvent, createInMemoryApi, withKey } from '../../testing/in-memory-api.ts';

type Sent = {
  readonly id?: string;
  readonly version?: number | undefined;
  readonly groups?: string;
};

const put = (path: string, body: object, { id = randomUUID(), version }: Sent) => ({
  httpMethod: 'PUT',
  path,
  headers: { ...withKey(id), ...(version !== undefined && { 'If-Match': `"${version}"` }) },
  body: JSON.stringify(body),
});

const get = (path: string, query: Record<string, string> | null = null) => ({
  httpMethod: 'GET',
  path,
  body: null,
  queryStringParameters: query,
});

/** An entry of Ada's, and requests of hers and of owners. */
async function withEntry() {
  const store = createMemoryStore();
  const send = createInMemoryApi(undefined, store);
  const { body: entry } = await send(anEvent({ headers: withKey(randomUUID()) }, 'ada'));
  const own = `/pwausers/${String(entry['id'])}`;
  const response = `/pwausers/responses/ada/${String(entry['id'])}`;
  return {
    store,
    entry,
    revise: (fname: string, version: number) =>
      send(anEvent(put(own, { fname, lname: 'Mouse' }, { version }), 'ada')),
    correct: (answers: object, sent: Sent = {}, body: object = { answers, reason: 'Misspelt' }) =>
      send(anEvent(put(response, body, sent), 'olga', sent.groups ?? 'owners')),
    change: (httpMethod: string, path = '') =>
      send(anEvent({ httpMethod, path: own + path, body: null }, 'ada')),
    read: () => send(anEvent(get(own), 'ada')),
    versions: (cursor?: string) =>
      send(anEvent(get(`${own}/versions`, cursor === undefined ? null : { cursor }), 'ada')),
    asOwner: (groups = 'owners') => send(anEvent(get(`${response}/versions`), 'olga', groups)),
    asSomebody: (path = `${own}/versions`) => send(anEvent(get(path), 'eve')),
  };
}

const named = (fname: string) => ({ fname, lname: 'Mouse' });
const at = '2026-01-01T12:00:00.000Z';
const first = { version: 1, at, formVersion: expect.any(Number), answers: named('Mickey') };

test('an entry that was never changed has one version', async () => {
  const { versions, asOwner } = await withEntry();
  for (const { statusCode, body } of [await versions(), await asOwner()]) {
    expect(statusCode).toBe(200);
    expect(body).toEqual({ items: [first] });
  }
});

test('its author sees what was corrected, by the team and why, and owners also by whom', async () => {
  const { revise, correct, versions, asOwner, read } = await withEntry();
  await revise('Minnie', 1);
  const corrected = await correct(named('Minny'), { version: 2 });
  expect(corrected).toMatchObject({ statusCode: 200, headers: { ETag: '"3"' } });
  const second = { ...first, version: 2, answers: named('Minnie') };
  const third = { ...first, version: 3, answers: named('Minny') };
  const { body } = await versions();
  expect(body).toEqual({
    items: [{ ...third, correction: { reason: 'Misspelt' } }, second, first],
  });
  expect(await asOwner()).toMatchObject({
    body: { items: [{ ...third, correction: { reason: 'Misspelt', by: 'olga' } }, second, first] },
  });
  const current = await read();
  expect(current.body).toMatchObject({
    version: 3,
    answers: named('Minny'),
    correction: { reason: 'Misspelt', at },
  });
  expect(current.body['correction']).toEqual({ reason: 'Misspelt', at });
  expect(JSON.stringify([body, current.body, corrected.body])).not.toContain('olga');
});

test('once its author has changed a corrected entry, it is theirs again', async () => {
  const { revise, correct, versions, read } = await withEntry();
  await correct(named('Minny'), { version: 1 });
  await revise('Minnie', 2);
  expect((await read()).body).not.toHaveProperty('correction');
  const { items } = (await versions()).body as { items: object[] };
  expect(items.map((it) => 'correction' in it)).toEqual([false, true, false]);
});

test('a correction that is sent again is made once, and another one cannot have its id', async () => {
  const { correct, versions } = await withEntry();
  const id = randomUUID();
  const sent = await correct(named('Minny'), { id, version: 1 });
  const again = await correct(named('Minny'), { id, version: 1 });
  expect(again.headers).toMatchObject({ 'Idempotent-Replayed': 'true' });
  expect(again.body).toEqual(sent.body);
  const { body } = await correct({}, { id, version: 1 }, { answers: named('Minny'), reason: 'No' });
  expect(body).toMatchObject({ code: 'idempotency_key_reused' });
  expect((await versions()).body['items']).toHaveLength(2);
});

test('a correction of an older version is refused with the current one, and so is the author’s', async () => {
  const { correct, revise } = await withEntry();
  await correct(named('Minny'), { version: 1 });
  for (const late of [await correct(named('Mini'), { version: 1 }), await revise('Minnie', 1)])
    expect(late.body).toMatchObject({
      code: 'stale',
      current: { version: 2, answers: named('Minny'), correction: { reason: 'Misspelt' } },
    });
});

test.each([
  ['without a reason', { answers: named('Minny') }, 400],
  ['with a blank reason', { answers: named('Minny'), reason: ' ' }, 400],
  ['with a reason that is too long', { answers: named('Minny'), reason: 'x'.repeat(2001) }, 400],
  ['without answers', { reason: 'Misspelt' }, 400],
  ['with something else', { answers: named('Minny'), reason: 'Misspelt', by: 'eve' }, 400],
  ['with invalid answers', { answers: { fname: '' }, reason: 'Misspelt' }, 422],
])('a correction %s is refused', async (_, body, status) => {
  const { correct, read } = await withEntry();
  expect((await correct({}, { version: 1 }, body)).statusCode).toBe(status);
  expect((await read()).body).toMatchObject({ version: 1 });
});

test('a correction names the version that it corrects', async () => {
  const { correct } = await withEntry();
  expect((await correct(named('Minny'))).body).toMatchObject({ code: 'version_required' });
});

test('withdrawing and restoring an entry make no version of its answers', async () => {
  const { correct, change, versions, read } = await withEntry();
  await correct(named('Minny'), { version: 1 });
  await change('DELETE');
  expect((await versions()).statusCode).toBe(404);
  expect((await correct(named('Mini'), { version: 3 })).body).toMatchObject({ code: 'gone' });
  await change('POST', '/restore');
  expect((await read()).body).toMatchObject({ version: 4, correction: { reason: 'Misspelt' } });
  await correct(named('Mini'), { version: 4 });
  const { items } = (await versions()).body as { items: { version: number }[] };
  expect(items.map(({ version }) => version)).toEqual([5, 2, 1]);
});

test('nobody else sees the versions', async () => {
  const { asSomebody, asOwner, correct, entry } = await withEntry();
  expect((await asSomebody()).statusCode).toBe(404);
  const path = `/pwausers/responses/ada/${String(entry['id'])}/versions`;
  expect((await asSomebody(path)).statusCode).toBe(403);
  expect((await asOwner('others')).statusCode).toBe(403);
  expect((await correct(named('Eve'), { version: 1, groups: 'others' })).statusCode).toBe(403);
});

test('versions come page by page, and of very many the newest', async () => {
  const { revise, versions } = await withEntry();
  for (let version = 1; version < 70; version += 1) await revise(`Mickey ${version}`, version);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await versions(cursor);
    const { items } = body as { items: { version: number }[] };
    expect(items.length).toBeLessThan(12);
    seen.push(...items.map(({ version }) => version));
    cursor = body['cursor'] as string | undefined;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: mostVersions + 1 }, (_, i) => 70 - i));
  expect((await versions('x')).statusCode).toBe(400);
});

test('an entry on hold cannot be corrected before it is released', async () => {
  const { store, correct, entry } = await withEntry();
  const key = { username: 'ada', form: 'pwausers', id: String(entry['id']) };
  const stored = await store.find(key);
  const onHold = {
    ...store,
    find: async () => stored && { ...stored, onHold: ['honeypot'] as const },
  };
  const send = createInMemoryApi(undefined, onHold);
  const path = `/pwausers/responses/ada/${key.id}`;
  const headers = { ...withKey(randomUUID()), 'If-Match': '"1"' };
  const body = JSON.stringify({ answers: named('Minny'), reason: 'Misspelt' });
  const sent = await send(anEvent({ httpMethod: 'PUT', path, headers, body }, 'olga', 'owners'));
  expect(sent.body).toMatchObject({ code: 'not_found' });
  expect((await correct(named('Minny'), { version: 1 })).statusCode).toBe(200);
});
