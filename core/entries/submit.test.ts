import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tell } from '../entry.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form.ts';
import { createMemoryStore } from './memory-store.ts';
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

function aWorld() {
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

test('a submission is stored with what the server knows', async () => {
  const { id, send } = aWorld();
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

test('sending the same answers again stores nothing and tells the first outcome', async () => {
  const { send } = aWorld();
  const first = await send({ name: 'Ada' });
  const again = await send({ name: ' Ada ' });
  expect(again).toMatchObject({ ok: true, value: { replayed: true } });
  expect(again.ok && again.value.entry).toEqual(first.ok && first.value.entry);
});

test('other answers under the same id are refused, and change nothing', async () => {
  const { send, store, id } = aWorld();
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
  const { send, store, id } = aWorld();
  expect(await send({})).toEqual({
    ok: false,
    problem: { code: 'invalid', errors: [{ field: 'name', message: 'Enter “First name”' }] },
  });
  expect(await store.find({ username: 'ada', form: 'ride', id })).toBeUndefined();
});

test('a late repeat does not bring a withdrawn entry back', async () => {
  const { send, store, deps } = aWorld();
  const sent = await send({ name: 'Ada' });
  const key = sent.ok ? sent.value.entry : expect.fail();
  await withdraw(deps, { key, operation: randomUUID(), permanent: false });
  expect(await send({ name: 'Ada' })).toEqual({ ok: false, problem: { code: 'gone' } });
  await withdraw(deps, { key, operation: randomUUID(), permanent: true });
  expect(await send({ name: 'Ada' })).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(await store.find(key)).toMatchObject({ erased: true });
});

test('a late repeat is answered as the first was, though the entry has been revised', async () => {
  const { send, deps, id } = aWorld();
  const first = await send({ name: 'Ada' });
  const key = { username: 'ada', form: 'ride', id };
  for (const [i, name] of ['Eve', 'Zoë'].entries()) {
    const sent = { form: ride, formVersion: 3, body: { name } };
    const revision = { ...sent, key, operation: randomUUID(), ifVersion: i + 1 };
    expect((await revise(deps, revision)).ok).toBe(true);
  }
  const again = await send({ name: ' Ada ' });
  expect(again.ok && tell(ride, again.value.entry)).toEqual(
    first.ok && tell(ride, first.value.entry),
  );
  expect(await send({ name: 'Zoë' })).toMatchObject({
    problem: { code: 'idempotency_key_reused' },
  });
});

test('an entry that was withdrawn and restored is still the one that was submitted', async () => {
  const { send, deps, id } = aWorld();
  await send({ name: 'Ada' });
  const key = { username: 'ada', form: 'ride', id };
  await withdraw(deps, { key, operation: randomUUID(), permanent: false });
  await restore(deps, { key, operation: randomUUID() });
  expect(await send({ name: 'Ada' })).toMatchObject({ ok: true, value: { replayed: true } });
});
