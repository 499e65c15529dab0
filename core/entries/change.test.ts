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

const note = defineForm({
  id: 'note',
  version: 1,
  title: '',
  action: '',
  fields: { words: text({ label: 'Words' }) },
  derive: () => ({ colour: 'pine' }),
});
const day = 86_400_000;

/** An entry that says "one", and all that can be done to it. */
async function aWorld() {
  let time = Date.parse('2026-01-01T12:00:00Z');
  const deps = {
    store: createMemoryStore(),
    now: () => new Date(time),
    random: () => 0,
    digest: (it: string) => it,
  };
  const id: string = randomUUID();
  const key = { username: 'ada', form: 'note', id };
  await submit(deps, { form: note, formVersion: 1, username: 'ada', id, body: { words: 'one' } });
  return {
    key,
    pass: (milliseconds: number) => (time += milliseconds),
    stored: () => deps.store.find(key),
    past: (operation: string) => deps.store.recall(key, operation),
    revise: (words: string, ifVersion: number, operation: string = randomUUID(), of = key) =>
      revise(deps, { key: of, form: note, formVersion: 1, ifVersion, operation, body: { words } }),
    withdraw: (more: { operation?: string; permanent?: boolean; ifVersion?: number } = {}) =>
      withdraw(deps, { key, operation: randomUUID(), permanent: false, ...more }),
    restore: (more: { operation?: string; ifVersion?: number } = {}) =>
      restore(deps, { key, operation: randomUUID(), ...more }),
  };
}

const refused = (code: string) => ({ ok: false, problem: { code } });

test('a revision takes the place of the answers, and of nothing else', async () => {
  const world = await aWorld();
  const before = (await world.stored()) ?? expect.fail();
  world.pass(day);
  const outcome = await world.revise('two', 1);
  expect(outcome.ok && tell(note, outcome.value.entry)).toEqual({
    ...tell(note, before),
    answers: { words: 'two' },
    version: 2,
    updatedAt: '2026-01-02T12:00:00.000Z',
  });
  expect(await world.stored()).toEqual(outcome.ok && outcome.value.entry);
});

test('a revision of another version is refused, with the entry as it is', async () => {
  const world = await aWorld();
  await world.revise('two', 1);
  expect(await world.revise('three', 1)).toMatchObject({
    problem: { code: 'stale', current: { version: 2, answers: { words: 'two' } } },
  });
  expect(await world.stored()).toMatchObject({ version: 2 });
});

test('of many revisions of one version at once exactly one is made', async () => {
  const world = await aWorld();
  const sends = Array.from({ length: 20 }, (_, i) => world.revise(`racer ${i}`, 1));
  const outcomes = await Promise.all(sends);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.stored()).toMatchObject({ version: 2 });
});

test('one revision sent many times at once is made once, and every answer is the same', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  const sends = Array.from({ length: 20 }, () => world.revise('two', 1, operation));
  const told = (await Promise.all(sends)).map((it) => it.ok && tell(note, it.value.entry));
  for (const it of told) expect(it).toEqual(told[0]);
  expect(await world.stored()).toMatchObject({ version: 2 });
});

test('a repeated revision is answered as the first was, whatever came after', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  const first = await world.revise('two', 1, operation);
  world.pass(day);
  const repeat = async () => {
    const again = await world.revise('two', 1, operation);
    expect(again).toMatchObject({ ok: true, value: { earlier: { id: operation } } });
    expect(again.ok && tell(note, again.value.entry)).toEqual(
      first.ok && tell(note, first.value.entry),
    );
  };
  await repeat();
  await world.revise('three', 2);
  await repeat();
  await world.withdraw();
  await repeat();
  expect(await world.stored()).toMatchObject({ version: 4, answers: { words: 'three' } });
});

test('the name of one change is not good for another', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  await world.revise('two', 1, operation);
  const reused = refused('idempotency_key_reused');
  expect(await world.revise('three', 2, operation)).toEqual(reused);
  expect(await world.withdraw({ operation })).toEqual(reused);
  expect(await world.restore({ operation })).toEqual(reused);
  expect(await world.revise('three', 2, world.key.id)).toEqual(reused);
  expect(await world.stored()).toMatchObject({ version: 2, answers: { words: 'two' } });
});

test('an entry itself remembers its last twenty changes, and a revision before them is never made again', async () => {
  const world = await aWorld();
  const operations = Array.from({ length: 21 }, () => randomUUID());
  for (const [i, operation] of operations.entries()) await world.revise(`${i}`, i + 1, operation);
  expect((await world.stored())?.operations?.map(({ id }) => id)).toEqual(operations.slice(1));
  expect(await world.revise('1', 2, operations[1])).toMatchObject({ ok: true });
  expect(await world.revise('0', 1, operations[0])).toMatchObject({ problem: { code: 'stale' } });
});

test.each([false, true])(
  'a withdrawal or a restoration is done once, whatever has been done since (revised meanwhile: %s)',
  async (isRevised) => {
    const world = await aWorld();
    const [first, second] = [randomUUID(), randomUUID()];
    await world.withdraw({ operation: first });
    await world.restore({ operation: second });
    for (let version = 3; version < 45; version += 1)
      if (isRevised) await world.revise(`${version}`, version);
      else await (version % 2 === 1 ? world.withdraw() : world.restore());
    const before = await world.stored();
    expect(before?.version).toBe(45);
    expect(before?.operations?.map(({ id }) => id)).not.toContain(first);
    const withdrawn = await world.withdraw({ operation: first });
    expect(withdrawn).toMatchObject({ ok: true, value: { earlier: { id: first, version: 2 } } });
    const restored = await world.restore({ operation: second });
    expect(restored).toMatchObject({ ok: true, value: { earlier: { id: second, version: 3 } } });
    expect(await world.stored()).toEqual(before);
  },
);

test('a key that named another change long ago is refused, and what is kept of it says nothing', async () => {
  const world = await aWorld();
  const [revision, withdrawal] = [randomUUID(), randomUUID()];
  await world.revise('a secret', 1, revision);
  await world.withdraw({ operation: withdrawal });
  for (let count = 0; count < 40; count += 1)
    await (count % 2 ? world.withdraw() : world.restore());
  const before = await world.stored();
  const reused = refused('idempotency_key_reused');
  expect(await world.withdraw({ operation: revision })).toEqual(reused);
  expect(await world.restore({ operation: withdrawal })).toEqual(reused);
  expect(await world.withdraw({ operation: withdrawal, permanent: true })).toEqual(reused);
  expect(await world.stored()).toEqual(before);
  expect(JSON.stringify(await world.past(revision))).not.toContain('secret');
  expect(await world.past(revision)).toEqual({
    id: revision,
    version: 2,
    at: '2026-01-01T12:00:00.000Z',
  });
});

test('answers that do not parse change nothing', async () => {
  const world = await aWorld();
  expect(await world.revise('', 1)).toMatchObject({ problem: { code: 'invalid' } });
  expect(await world.stored()).toMatchObject({ version: 1 });
});

test.each(['018f3c2e-7b1a-7000-8000-0123456789ab', '', 'one#two', '..'])(
  'there is nothing to revise at %j',
  async (id) => {
    const world = await aWorld();
    expect(await world.revise('two', 1, randomUUID(), { ...world.key, id })).toEqual(
      refused('not_found'),
    );
  },
);

test('an id in capitals is the same id', async () => {
  const world = await aWorld();
  const key = { ...world.key, id: world.key.id.toUpperCase() };
  expect(await world.revise('two', 1, randomUUID(), key)).toMatchObject({ ok: true });
});

test('a withdrawn entry cannot be revised, and can be restored as it was', async () => {
  const world = await aWorld();
  await world.withdraw();
  expect(await world.revise('two', 2)).toEqual(refused('gone'));
  expect(await world.restore()).toMatchObject({
    ok: true,
    value: { entry: { version: 3, answers: { words: 'one' }, derived: { colour: 'pine' } } },
  });
  expect(await world.stored()).not.toHaveProperty('deletedAt');
});

test('withdrawing what is withdrawn, and restoring what is there, changes only the version', async () => {
  const world = await aWorld();
  await world.restore();
  expect(await world.stored()).toMatchObject({ version: 2, answers: { words: 'one' } });
  await world.withdraw();
  const { deletedAt } = (await world.stored()) ?? {};
  world.pass(day);
  await world.withdraw();
  expect(await world.stored()).toMatchObject({ version: 4, deletedAt });
});

test('a late repeat of what changed nothing does not undo what was done since', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  await world.restore({ operation });
  await world.withdraw();
  await world.restore({ operation });
  expect(await world.stored()).toHaveProperty('deletedAt');

  const another = randomUUID();
  await world.withdraw({ operation: another });
  await world.restore();
  await world.withdraw({ operation: another });
  expect(await world.stored()).not.toHaveProperty('deletedAt');
});

test('a late repeat of a withdrawal does not withdraw what was restored since', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  await world.withdraw({ operation });
  await world.restore();
  expect(await world.withdraw({ operation })).toMatchObject({
    ok: true,
    value: { earlier: { version: 2 } },
  });
  expect(await world.stored()).not.toHaveProperty('deletedAt');
});

test('a late repeat of a restoration does not restore what was withdrawn since', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  await world.withdraw();
  await world.restore({ operation });
  await world.withdraw();
  expect(await world.restore({ operation })).toMatchObject({ ok: true });
  expect(await world.stored()).toHaveProperty('deletedAt');
});

test('who names a version withdraws and restores that one only', async () => {
  const world = await aWorld();
  await world.revise('two', 1);
  expect(await world.withdraw({ ifVersion: 1 })).toMatchObject({ problem: { code: 'stale' } });
  expect(await world.withdraw({ ifVersion: 2 })).toMatchObject({ ok: true });
  expect(await world.restore({ ifVersion: 2 })).toMatchObject({ problem: { code: 'stale' } });
  expect(await world.restore({ ifVersion: 3 })).toMatchObject({ ok: true });
});

test('who names no version withdraws whatever is there, in the middle of other changes', async () => {
  const world = await aWorld();
  const [revised, withdrawn] = await Promise.all([world.revise('two', 1), world.withdraw()]);
  expect(withdrawn).toMatchObject({ ok: true });
  const made = revised.ok ? 2 : 1;
  expect(await world.stored()).toMatchObject({ version: 1 + made });
  expect(await world.stored()).toHaveProperty('deletedAt');
});

test('for thirty days an entry can be restored, and then no more', async () => {
  const world = await aWorld();
  await world.withdraw();
  world.pass(30 * day - 1);
  expect(await world.restore()).toMatchObject({ ok: true });
  await world.withdraw();
  world.pass(30 * day);
  expect(await world.restore()).toEqual(refused('gone'));
});

test('what was withdrawn for good says nothing, and never comes back', async () => {
  const world = await aWorld();
  const revision = randomUUID();
  await world.revise('two', 1, revision);
  expect(await world.withdraw({ permanent: true })).toMatchObject({ ok: true });
  expect(await world.restore()).toEqual(refused('gone'));
  expect(await world.revise('two', 1, revision)).toEqual(refused('gone'));
  expect(JSON.stringify(await world.stored())).not.toMatch(/one|two|pine/);
});

test('what was withdrawn can still be withdrawn for good, as often as one likes', async () => {
  const world = await aWorld();
  const operation = randomUUID();
  await world.withdraw();
  for (const it of [operation, operation, randomUUID()])
    expect(await world.withdraw({ permanent: true, operation: it })).toMatchObject({ ok: true });
  expect(await world.stored()).toMatchObject({ version: 3, erased: true });
});
