import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { toApiEntry } from '../api/api-entry.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { restore } from './restore.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

const note = defineForm({
  id: 'note',
  version: 1,
  title: '',
  action: '',
  fields: { story: text({ label: 'Words' }) },
  derive: () => ({ colour: 'pine' }),
});
const day = 86_400_000;

/** Stores an entry with the story "one". @returns functions to change it */
async function storeNote() {
  let time = Date.parse('2026-01-01T12:00:00Z');
  const deps = {
    store: createMemoryStore(),
    now: () => new Date(time),
    random: () => 0,
    digest: (it: string) => it,
  };
  const id: string = randomUUID();
  const key = { username: 'ada', form: 'note', id };
  await submit(deps, { form: note, formVersion: 1, username: 'ada', id, body: { story: 'one' } });
  return {
    key,
    pass: (milliseconds: number) => (time += milliseconds),
    stored: () => deps.store.find(key),
    past: (changeId: string) => deps.store.recallChange(key, changeId),
    revise: (story: string, ifVersion: number, changeId: string = randomUUID(), of = key) =>
      revise(deps, {
        key: of,
        form: note,
        formVersion: 1,
        ifVersion,
        changeId,
        body: { story },
      }),
    withdraw: (more: { changeId?: string; permanent?: boolean; ifVersion?: number } = {}) =>
      withdraw(deps, { key, changeId: randomUUID(), permanent: false, ...more }),
    restore: (more: { changeId?: string; ifVersion?: number } = {}) =>
      restore(deps, { form: note, key, changeId: randomUUID(), ...more }),
  };
}

const refused = (code: string) => ({ ok: false, problem: { code } });

test('a revision replaces the answers, and nothing else', async () => {
  const entry = await storeNote();
  const before = (await entry.stored()) ?? expect.fail();
  entry.pass(day);
  const outcome = await entry.revise('two', 1);
  expect(outcome.ok && toApiEntry(note, outcome.value.entry)).toEqual({
    ...toApiEntry(note, before),
    answers: { story: 'two' },
    version: 2,
    updatedAt: '2026-01-02T12:00:00.000Z',
  });
  expect(await entry.stored()).toEqual(outcome.ok && outcome.value.entry);
});

test('a revision of another version is refused as stale, with the current entry', async () => {
  const entry = await storeNote();
  await entry.revise('two', 1);
  expect(await entry.revise('three', 1)).toMatchObject({
    problem: { code: 'stale', current: { version: 2, answers: { story: 'two' } } },
  });
  expect(await entry.stored()).toMatchObject({ version: 2 });
});

test('of many concurrent revisions of one version exactly one is applied', async () => {
  const entry = await storeNote();
  const sends = Array.from({ length: 20 }, (_, i) => entry.revise(`racer ${i}`, 1));
  const outcomes = await Promise.all(sends);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await entry.stored()).toMatchObject({ version: 2 });
});

test('a revision sent many times at once is applied once, and every result is the same', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  const sends = Array.from({ length: 20 }, () => entry.revise('two', 1, changeId));
  const apiEntries = (await Promise.all(sends)).map(
    (it) => it.ok && toApiEntry(note, it.value.entry),
  );
  for (const it of apiEntries) expect(it).toEqual(apiEntries[0]);
  expect(await entry.stored()).toMatchObject({ version: 2 });
});

test('a retried revision has the result of the first attempt, whatever happened since', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  const first = await entry.revise('two', 1, changeId);
  entry.pass(day);
  const repeat = async () => {
    const again = await entry.revise('two', 1, changeId);
    expect(again).toMatchObject({ ok: true, value: { earlier: { id: changeId } } });
    expect(again.ok && toApiEntry(note, again.value.entry)).toEqual(
      first.ok && toApiEntry(note, first.value.entry),
    );
  };
  await repeat();
  await entry.revise('three', 2);
  await repeat();
  await entry.withdraw();
  await repeat();
  expect(await entry.stored()).toMatchObject({ version: 4, answers: { story: 'three' } });
});

test('the id of a change cannot be reused for another change', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  await entry.revise('two', 1, changeId);
  const reused = refused('idempotency_key_reused');
  expect(await entry.revise('three', 2, changeId)).toEqual(reused);
  expect(await entry.withdraw({ changeId })).toEqual(reused);
  expect(await entry.restore({ changeId })).toEqual(reused);
  expect(await entry.revise('three', 2, entry.key.id)).toEqual(reused);
  expect(await entry.stored()).toMatchObject({ version: 2, answers: { story: 'two' } });
});

test('an entry records its last twenty changes, and an older revision is never applied again', async () => {
  const entry = await storeNote();
  const changeIds = Array.from({ length: 21 }, () => randomUUID());
  for (const [i, changeId] of changeIds.entries()) await entry.revise(`${i}`, i + 1, changeId);
  expect((await entry.stored())?.operations?.map(({ id }) => id)).toEqual(changeIds.slice(1));
  expect(await entry.revise('1', 2, changeIds[1])).toMatchObject({ ok: true });
  expect(await entry.revise('0', 1, changeIds[0])).toMatchObject({ problem: { code: 'stale' } });
});

test.each([false, true])(
  'a withdrawal or a restoration is applied once, however many changes follow (revised meanwhile: %s)',
  async (isRevised) => {
    const entry = await storeNote();
    const [first, second] = [randomUUID(), randomUUID()];
    await entry.withdraw({ changeId: first });
    await entry.restore({ changeId: second });
    for (let version = 3; version < 45; version += 1)
      if (isRevised) await entry.revise(`${version}`, version);
      else await (version % 2 === 1 ? entry.withdraw() : entry.restore());
    const before = await entry.stored();
    expect(before?.version).toBe(45);
    expect(before?.operations?.map(({ id }) => id)).not.toContain(first);
    const withdrawn = await entry.withdraw({ changeId: first });
    expect(withdrawn).toMatchObject({ ok: true, value: { earlier: { id: first, version: 2 } } });
    const restored = await entry.restore({ changeId: second });
    expect(restored).toMatchObject({ ok: true, value: { earlier: { id: second, version: 3 } } });
    expect(await entry.stored()).toEqual(before);
  },
);

test('the id of an old change cannot be reused, and its record reveals no answers', async () => {
  const entry = await storeNote();
  const [revision, withdrawal] = [randomUUID(), randomUUID()];
  await entry.revise('a secret', 1, revision);
  await entry.withdraw({ changeId: withdrawal });
  for (let count = 0; count < 40; count += 1)
    await (count % 2 ? entry.withdraw() : entry.restore());
  const before = await entry.stored();
  const reused = refused('idempotency_key_reused');
  expect(await entry.withdraw({ changeId: revision })).toEqual(reused);
  expect(await entry.restore({ changeId: withdrawal })).toEqual(reused);
  expect(await entry.withdraw({ changeId: withdrawal, permanent: true })).toEqual(reused);
  expect(await entry.stored()).toEqual(before);
  expect(JSON.stringify(await entry.past(revision))).not.toContain('secret');
  expect(await entry.past(revision)).toEqual({
    id: revision,
    version: 2,
    at: '2026-01-01T12:00:00.000Z',
  });
});

test('answers that do not parse change nothing', async () => {
  const entry = await storeNote();
  expect(await entry.revise('', 1)).toMatchObject({ problem: { code: 'invalid' } });
  expect(await entry.stored()).toMatchObject({ version: 1 });
});

test.each(['018f3c2e-7b1a-7000-8000-0123456789ab', '', 'one#two', '..'])(
  'there is nothing to revise at %j',
  async (id) => {
    const entry = await storeNote();
    expect(await entry.revise('two', 1, randomUUID(), { ...entry.key, id })).toEqual(
      refused('not_found'),
    );
  },
);

test('an entry id in upper case is the same id', async () => {
  const entry = await storeNote();
  const key = { ...entry.key, id: entry.key.id.toUpperCase() };
  expect(await entry.revise('two', 1, randomUUID(), key)).toMatchObject({ ok: true });
});

test('a withdrawn entry cannot be revised, and can be restored as it was', async () => {
  const entry = await storeNote();
  await entry.withdraw();
  expect(await entry.revise('two', 2)).toEqual(refused('gone'));
  expect(await entry.restore()).toMatchObject({
    ok: true,
    value: { entry: { version: 3, answers: { story: 'one' }, derived: { colour: 'pine' } } },
  });
  expect(await entry.stored()).not.toHaveProperty('deletedAt');
});

test('withdrawing a withdrawn entry, or restoring a live one, changes only the version', async () => {
  const entry = await storeNote();
  await entry.restore();
  expect(await entry.stored()).toMatchObject({ version: 2, answers: { story: 'one' } });
  await entry.withdraw();
  const { deletedAt } = (await entry.stored()) ?? {};
  entry.pass(day);
  await entry.withdraw();
  expect(await entry.stored()).toMatchObject({ version: 4, deletedAt });
});

test('a late retry of a change without effect does not undo later changes', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  await entry.restore({ changeId });
  await entry.withdraw();
  await entry.restore({ changeId });
  expect(await entry.stored()).toHaveProperty('deletedAt');

  const another = randomUUID();
  await entry.withdraw({ changeId: another });
  await entry.restore();
  await entry.withdraw({ changeId: another });
  expect(await entry.stored()).not.toHaveProperty('deletedAt');
});

test('a late retry of a withdrawal does not withdraw an entry that was restored since', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  await entry.withdraw({ changeId });
  await entry.restore();
  expect(await entry.withdraw({ changeId })).toMatchObject({
    ok: true,
    value: { earlier: { version: 2 } },
  });
  expect(await entry.stored()).not.toHaveProperty('deletedAt');
});

test('a late retry of a restoration does not restore an entry that was withdrawn since', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  await entry.withdraw();
  await entry.restore({ changeId });
  await entry.withdraw();
  expect(await entry.restore({ changeId })).toMatchObject({ ok: true });
  expect(await entry.stored()).toHaveProperty('deletedAt');
});

test('with ifVersion, only that version is withdrawn or restored', async () => {
  const entry = await storeNote();
  await entry.revise('two', 1);
  expect(await entry.withdraw({ ifVersion: 1 })).toMatchObject({ problem: { code: 'stale' } });
  expect(await entry.withdraw({ ifVersion: 2 })).toMatchObject({ ok: true });
  expect(await entry.restore({ ifVersion: 2 })).toMatchObject({ problem: { code: 'stale' } });
  expect(await entry.restore({ ifVersion: 3 })).toMatchObject({ ok: true });
});

test('without ifVersion, a withdrawal succeeds even during other changes', async () => {
  const entry = await storeNote();
  const [revised, withdrawn] = await Promise.all([entry.revise('two', 1), entry.withdraw()]);
  expect(withdrawn).toMatchObject({ ok: true });
  const made = revised.ok ? 2 : 1;
  expect(await entry.stored()).toMatchObject({ version: 1 + made });
  expect(await entry.stored()).toHaveProperty('deletedAt');
});

test('a withdrawn entry can be restored for thirty days', async () => {
  const entry = await storeNote();
  await entry.withdraw();
  entry.pass(30 * day - 1);
  expect(await entry.restore()).toMatchObject({ ok: true });
  await entry.withdraw();
  entry.pass(30 * day);
  expect(await entry.restore()).toEqual(refused('gone'));
});

test('an erased entry reveals no answers, and cannot be restored', async () => {
  const entry = await storeNote();
  const revision = randomUUID();
  await entry.revise('two', 1, revision);
  expect(await entry.withdraw({ permanent: true })).toMatchObject({ ok: true });
  expect(await entry.restore()).toEqual(refused('gone'));
  expect(await entry.revise('two', 1, revision)).toEqual(refused('gone'));
  expect(JSON.stringify(await entry.stored())).not.toMatch(/one|two|pine/);
});

test('a withdrawn entry can still be erased, any number of times', async () => {
  const entry = await storeNote();
  const changeId = randomUUID();
  await entry.withdraw();
  for (const it of [changeId, changeId, randomUUID()])
    expect(await entry.withdraw({ permanent: true, changeId: it })).toMatchObject({ ok: true });
  expect(await entry.stored()).toMatchObject({ version: 3, erased: true });
});
