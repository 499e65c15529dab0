import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { toApiEntry } from '../api/api-entry.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry } from '../testing/sample-entries.ts';
import { restore } from './restore.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

const ride = defineForm({
  id: 'ride',
  version: 3,
  title: '',
  action: '',
  fields: { name: text({ label: 'First name' }) },
  derive: (_, { random }) => ({ unicorn: random() < 0.5 ? 'Angel' : 'Gil' }),
});

function openStore() {
  const chances = [0.1, 0.9, 0.1, 0.9];
  const deps = {
    store: createMemoryStore(),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => chances.shift() ?? 0,
    digest: (text: string) => text,
  };
  const id = randomUUID();
  return {
    deps,
    store: deps.store,
    id,
    send: (body: unknown) =>
      submit(deps, { form: ride, formVersion: 3, username: 'ada', id, body }),
  };
}

test('a submission is stored with the server’s metadata', async () => {
  const { id, send } = openStore();
  expect(await send({ name: 'Ada' })).toEqual({
    ok: true,
    value: {
      replayed: false,
      entry: {
        id,
        form: 'ride',
        formVersion: 3,
        username: 'ada',
        answers: { name: 'Ada' },
        derived: { unicorn: 'Angel' },
        version: 1,
        createdAt: '2026-01-01T12:00:00.000Z',
        updatedAt: '2026-01-01T12:00:00.000Z',
      },
    },
  });
});

test('an entry remembers over how many shards its form was spread, and nobody else learns of it', async () => {
  const { deps, id, store } = openStore();
  const form = { ...ride, shards: 16 };
  const body = { name: 'Ada' };
  await submit(deps, { form, formVersion: 3, username: 'ada', id, body });
  const entry = await store.find({ username: 'ada', form: 'ride', id });
  expect(entry?.shards).toBe(16);
  expect(toApiEntry(form, entry ?? anEntry())).not.toHaveProperty('shards');
});

test('sending the same answers again stores nothing and returns the first entry', async () => {
  const { send } = openStore();
  const first = await send({ name: 'Ada' });
  const again = await send({ name: ' Ada ' });
  expect(again).toMatchObject({ ok: true, value: { replayed: true } });
  expect(again.ok && again.value.entry).toEqual(first.ok && first.value.entry);
});

test('other answers under the same id are refused, and change nothing', async () => {
  const { send, store, id } = openStore();
  await send({ name: 'Ada' });
  expect(await send({ name: 'Eve' })).toEqual({
    ok: false,
    problem: { code: 'idempotency_key_reused' },
  });
  expect(await store.find({ username: 'ada', form: 'ride', id })).toMatchObject({
    answers: { name: 'Ada' },
  });
});

test('answers that do not parse are never stored', async () => {
  const { send, store, id } = openStore();
  expect(await send({})).toEqual({
    ok: false,
    problem: { code: 'invalid', errors: [{ field: 'name', message: 'Enter “First name”' }] },
  });
  expect(await store.find({ username: 'ada', form: 'ride', id })).toBeUndefined();
});

test('a late retry does not bring back a withdrawn entry', async () => {
  const { send, store, deps } = openStore();
  const sent = await send({ name: 'Ada' });
  const key = sent.ok ? sent.value.entry : expect.fail();
  await withdraw(deps, { key, changeId: randomUUID(), permanent: false });
  expect(await send({ name: 'Ada' })).toEqual({ ok: false, problem: { code: 'gone' } });
  await withdraw(deps, { key, changeId: randomUUID(), permanent: true });
  expect(await send({ name: 'Ada' })).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(await store.find(key)).toMatchObject({ erased: true });
});

test('a late retry returns the submitted entry, even if it has been revised', async () => {
  const { send, deps, id } = openStore();
  const first = await send({ name: 'Ada' });
  const key = { username: 'ada', form: 'ride', id };
  for (const [i, name] of ['Eve', 'Zoë'].entries()) {
    const sent = { form: ride, formVersion: 3, body: { name } };
    const revision = { ...sent, key, changeId: randomUUID(), ifVersion: i + 1 };
    expect((await revise(deps, revision)).ok).toBe(true);
  }
  const again = await send({ name: ' Ada ' });
  expect(again.ok && toApiEntry(ride, again.value.entry)).toEqual(
    first.ok && toApiEntry(ride, first.value.entry),
  );
  expect(await send({ name: 'Zoë' })).toMatchObject({
    problem: { code: 'idempotency_key_reused' },
  });
});

test('a retry after the entry was withdrawn and restored is replayed', async () => {
  const { send, deps, id } = openStore();
  await send({ name: 'Ada' });
  const key = { username: 'ada', form: 'ride', id };
  await withdraw(deps, { key, changeId: randomUUID(), permanent: false });
  await restore(deps, { form: ride, key, changeId: randomUUID() });
  expect(await send({ name: 'Ada' })).toMatchObject({ ok: true, value: { replayed: true } });
});
