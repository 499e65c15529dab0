import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tell } from '../entry.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form.ts';
import { createMemoryStore } from './memory-store.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

/** Version 1 asked for a whole name; version 2 asks for its two halves. */
const plain = { id: 'f', title: '', action: '' };
const first = defineForm({ ...plain, version: 1, fields: { name: text({ label: 'Name' }) } });
const halves = { given: text({ label: 'Given name' }), family: text({ label: 'Family name' }) };
const receipt = ({ answers }: { answers: { given: string } }) => ({
  Hello: answers.given.toUpperCase(),
});
const abrupt = defineForm({ ...plain, version: 2, fields: halves, receipt });
const gentle = defineForm({
  ...plain,
  version: 2,
  fields: halves,
  receipt,
  migrate(answers) {
    const [given, family] = (answers as { name: string }).name.split(' ');
    return { given, family };
  },
});

type AForm = Parameters<typeof submit>[1]['form'];
const body = { name: 'Ada Lovelace' };
const migrated = { given: 'Ada', family: 'Lovelace' };

function aWorld() {
  const deps = {
    store: createMemoryStore(),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => 0,
    digest: (it: string) => it,
  };
  const key = { username: 'ada', form: 'f', id: randomUUID() as string };
  return {
    key,
    deps,
    stored: () => deps.store.find(key),
    /** Sends what a phone with version 1 has queued to a server that has another. */
    submit: (form: AForm, formVersion = 1, sent: unknown = body) =>
      submit(deps, { form, formVersion, body: sent, username: key.username, id: key.id }),
    revise: (form: AForm, ifVersion: number, operation: string, name = 'Ada King') =>
      revise(deps, { form, formVersion: 1, body: { name }, key, operation, ifVersion }),
  };
}

test('an entry queued under version 1 is accepted by version 2, as one of its own', async () => {
  const { submit, stored } = aWorld();
  expect(await submit(gentle)).toMatchObject({ ok: true, value: { replayed: false } });
  expect(await stored()).toMatchObject({ formVersion: 2, answers: migrated });
  expect(await submit(gentle)).toMatchObject({ ok: true, value: { replayed: true } });
});

test('without a migration it is refused with the reasons, and nothing is stored', async () => {
  const { submit, stored } = aWorld();
  expect(await submit(abrupt)).toMatchObject({
    problem: {
      code: 'invalid',
      errors: [{ field: 'given' }, { field: 'family' }, { field: 'name' }],
    },
  });
  expect(await stored()).toBeUndefined();
});

test('a version that is not deployed yet is refused as that', async () => {
  const { submit, stored } = aWorld();
  expect(await submit(first, 2)).toMatchObject({ problem: { code: 'form_version_unknown' } });
  expect(await stored()).toBeUndefined();
});

test.each([
  ['with', gentle],
  ['without', abrupt],
])(
  'stored under version 1, repeated after version 2 was deployed %s a migration: a repeat',
  async (_, second) => {
    const { submit, stored } = aWorld();
    const before = await submit(first);
    expect(await submit(second)).toEqual({
      ok: true,
      value: { replayed: true, entry: before.ok && before.value.entry },
    });
    expect(await stored()).toMatchObject({ formVersion: 1, answers: body });
  },
);

test.each([
  ['with', gentle],
  ['without', abrupt],
])(
  'revised under version 1, both repeated after version 2 was deployed %s a migration: repeats',
  async (_, second) => {
    const { submit, revise, stored } = aWorld();
    const operation = randomUUID();
    const submitted = await submit(first);
    const revised = await revise(first, 1, operation);
    const before = await stored();

    const submittedAgain = await submit(second);
    const revisedAgain = await revise(second, 1, operation);
    expect(submittedAgain.ok && tell(first, submittedAgain.value.entry)).toEqual(
      submitted.ok && tell(first, submitted.value.entry),
    );
    expect(revisedAgain.ok && tell(first, revisedAgain.value.entry)).toEqual(
      revised.ok && tell(first, revised.value.entry),
    );
    expect(await stored()).toEqual(before);
  },
);

test('other answers under the same id are still other answers after a migration', async () => {
  const { submit, revise } = aWorld();
  const operation = randomUUID();
  await submit(first);
  await revise(first, 1, operation);
  const reused = { problem: { code: 'idempotency_key_reused' } };
  expect(await submit(gentle, 1, { name: 'Eve Else' })).toMatchObject(reused);
  expect(await submit(abrupt, 1, { name: 'Eve Else' })).toMatchObject(reused);
  expect(await revise(gentle, 2, operation, 'Eve Else')).toMatchObject(reused);
});

test('a withdrawn entry does not come back through a new version', async () => {
  const { submit, deps, key } = aWorld();
  await submit(first);
  await withdraw(deps, { key, operation: randomUUID(), permanent: false });
  for (const form of [gentle, abrupt])
    expect(await submit(form)).toMatchObject({ problem: { code: 'gone' } });
});

test('an entry of an earlier version is told as the form of today understands it', async () => {
  const { submit, stored } = aWorld();
  await submit(first);
  const entry = (await stored()) ?? expect.fail();
  expect(tell(gentle, entry)).toMatchObject({ Hello: 'ADA', answers: migrated, formVersion: 2 });
  const untold = tell(abrupt, entry);
  expect(untold).toMatchObject({ answers: body, formVersion: 1 });
  expect(untold).not.toHaveProperty('Hello');
});
