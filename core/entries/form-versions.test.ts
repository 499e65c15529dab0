import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { toApiEntry } from '../api/api-entry.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

/** Version 1 asks for a full name; version 2 asks for its two parts. */
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

function openStore() {
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
    /** Sends answers queued by a phone with version 1 to a server that may have another version. */
    submit: (form: AForm, formVersion = 1, sent: unknown = body) =>
      submit(deps, { form, formVersion, body: sent, username: key.username, id: key.id }),
    revise: (form: AForm, ifVersion: number, changeId: string, name = 'Ada King') =>
      revise(deps, { form, formVersion: 1, body: { name }, key, changeId, ifVersion }),
  };
}

test('answers to version 1 are accepted by version 2, and migrated', async () => {
  const { submit, stored } = openStore();
  expect(await submit(gentle)).toMatchObject({ ok: true, value: { replayed: false } });
  expect(await stored()).toMatchObject({ formVersion: 2, answers: migrated });
  expect(await submit(gentle)).toMatchObject({ ok: true, value: { replayed: true } });
});

test('without a migration they are refused with the reasons, and nothing is stored', async () => {
  const { submit, stored } = openStore();
  expect(await submit(abrupt)).toMatchObject({
    problem: {
      code: 'invalid',
      errors: [{ field: 'given' }, { field: 'family' }, { field: 'name' }],
    },
  });
  expect(await stored()).toBeUndefined();
});

test('answers to a version that is not deployed yet are refused as such', async () => {
  const { submit, stored } = openStore();
  expect(await submit(first, 2)).toMatchObject({ problem: { code: 'form_version_unknown' } });
  expect(await stored()).toBeUndefined();
});

test.each([
  ['with', gentle],
  ['without', abrupt],
])(
  'a submission to version 1, retried after version 2 was deployed %s a migration, is replayed',
  async (_, second) => {
    const { submit, stored } = openStore();
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
  'a submission and a revision to version 1, retried after version 2 was deployed %s a migration, are replayed',
  async (_, second) => {
    const { submit, revise, stored } = openStore();
    const changeId = randomUUID();
    const submitted = await submit(first);
    const revised = await revise(first, 1, changeId);
    const before = await stored();

    const submittedAgain = await submit(second);
    const revisedAgain = await revise(second, 1, changeId);
    expect(submittedAgain.ok && toApiEntry(first, submittedAgain.value.entry)).toEqual(
      submitted.ok && toApiEntry(first, submitted.value.entry),
    );
    expect(revisedAgain.ok && toApiEntry(first, revisedAgain.value.entry)).toEqual(
      revised.ok && toApiEntry(first, revised.value.entry),
    );
    expect(await stored()).toEqual(before);
  },
);

test('other answers under the same id are still refused after a migration', async () => {
  const { submit, revise } = openStore();
  const changeId = randomUUID();
  await submit(first);
  await revise(first, 1, changeId);
  const reused = { problem: { code: 'idempotency_key_reused' } };
  expect(await submit(gentle, 1, { name: 'Eve Else' })).toMatchObject(reused);
  expect(await submit(abrupt, 1, { name: 'Eve Else' })).toMatchObject(reused);
  expect(await revise(gentle, 2, changeId, 'Eve Else')).toMatchObject(reused);
});

test('a retry after a new version was deployed does not bring back a withdrawn entry', async () => {
  const { submit, deps, key } = openStore();
  await submit(first);
  await withdraw(deps, { key, changeId: randomUUID(), permanent: false });
  for (const form of [gentle, abrupt])
    expect(await submit(form)).toMatchObject({ problem: { code: 'gone' } });
});

test('the API returns an entry of an earlier version migrated, if the form can migrate it', async () => {
  const { submit, stored } = openStore();
  await submit(first);
  const entry = (await stored()) ?? expect.fail();
  expect(toApiEntry(gentle, entry)).toMatchObject({
    Hello: 'ADA',
    answers: migrated,
    formVersion: 2,
  });
  const apiEntry = toApiEntry(abrupt, entry);
  expect(apiEntry).toMatchObject({ answers: body, formVersion: 1 });
  expect(apiEntry).not.toHaveProperty('Hello');
});
