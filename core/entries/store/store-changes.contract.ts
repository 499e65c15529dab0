import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Entry } from '../../form/entry.ts';
import {
  anEntry,
  anAppliedChange,
  erased,
  idAt,
  restored,
  revised,
  withdrawn,
} from '../../testing/sample-entries.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

/** Requirements of every store: revising, withdrawing, restoring and erasing entries. */
export function describeChanges(open: () => EntryStore): void {
  test('an update replaces the previous version', async () => {
    const { store, entry } = await withEntry(open);
    const next = revised(entry, { operations: [anAppliedChange(2)], submitted: 'digest' });
    expect(await store.update(next)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(next);
  });

  test('a remembered change is found by its id, and only for its own entry', async () => {
    const { store, entry } = await withEntry(open);
    const { digest: _, ...answerless } = anAppliedChange(2);
    const change = anAppliedChange(3);
    for (const it of [answerless, change, change]) await store.rememberChange(entry, it);
    expect(await store.recallChange(entry, answerless.id)).toEqual(answerless);
    expect(await store.recallChange(entry, change.id)).toEqual(change);
    expect(await store.recallChange(entry, randomUUID())).toBeUndefined();
    expect(await store.recallChange(anEntry(), change.id)).toBeUndefined();
    expect(await store.find(entry)).toEqual(entry);
    expect(await store.remainingOf(entry.username, 10)).toHaveLength(1);
  });

  test.each([1, 3, 4, 100])('version 1 is not followed by version %i', async (version) => {
    const { store, entry } = await withEntry(open);
    const other = { ...revised(entry), version };
    expect(await store.update(other)).toEqual({ done: false, current: entry });
    expect(await store.find(entry)).toEqual(entry);
  });

  test('an entry that was never stored cannot be updated', async () => {
    const store = open();
    const next = revised(anEntry());
    expect(await store.update(next)).toEqual({ done: false, current: undefined });
    expect(await store.find(next)).toBeUndefined();
  });

  test.each(['revised', 'withdrawn', 'erased'] as const)(
    'of many concurrent updates to %s exactly one succeeds, and the others return its entry',
    async (outcome) => {
      const { store, entry } = await withEntry(open);
      const make = { revised, withdrawn, erased }[outcome];
      const racers = Array.from({ length: 10 }, (_, i) =>
        make(entry, { operations: [anAppliedChange(2, `racer ${i}`)] }),
      );
      const outcomes = await Promise.all(racers.map((it) => store.update(it)));
      expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
      const winner = racers[outcomes.findIndex(({ done }) => done)];
      expect(await store.find(entry)).toEqual(winner);
      for (const it of outcomes) if (!it.done) expect(it.current).toEqual(winner);
    },
  );

  test('an update does not affect the same id of another author or form', async () => {
    const { store, entry } = await withEntry(open);
    const others = [
      { ...entry, username: 'another' },
      { ...entry, form: 'another' },
    ];
    for (const other of others) await store.insert(other);
    for (const next of [revised(entry), withdrawn(revised(entry))]) await store.update(next);
    for (const other of others) expect(await store.find(other)).toEqual(other);
  });

  test('an update can remove a property', async () => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const { derived: _, ...bare } = entry;
    await store.update(revised(bare));
    expect(await store.find(entry)).toEqual(revised(bare));
  });

  test('the recorded changes keep their order', async () => {
    const { store, entry } = await withEntry(open);
    const operations = Array.from({ length: 20 }, (_, i) => anAppliedChange(i + 2));
    await store.update(revised(entry, { operations }));
    expect((await store.find(entry))?.operations).toEqual(operations);
  });

  test.each([
    ['once', []],
    ['with a history', [anAppliedChange(1), anAppliedChange(1)]],
  ])('a withdrawn entry is found whole, %s, but not listed', async (_, before) => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const gone = withdrawn(entry, {
      operations: [...before, anAppliedChange(2)],
      submitted: 'digest',
    });
    expect(await store.update(gone)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(gone);
    expect(await listOf(store, entry)).toEqual([]);
  });

  test('a withdrawn entry is in the list of withdrawn ones, where a live one is not', async () => {
    const { store, entry } = await withEntry(open);
    const live = anEntry({ username: entry.username });
    await store.insert(live);
    await store.update(withdrawn(entry));
    expect(await listOf(store, entry, { withdrawnAfter: longAgo })).toEqual([withdrawn(entry)]);
    expect(await listOf(store, entry)).toEqual([live]);
  });

  test.each([
    ['2026-01-01T23:59:59.999Z', 1],
    ['2026-01-02T00:00:00.000Z', 0],
    ['2026-01-03T00:00:00.000Z', 0],
  ])('of what was withdrawn at midnight, after %s there is %i', async (withdrawnAfter, count) => {
    const { store, entry } = await withEntry(open);
    await store.update(withdrawn(entry));
    expect(await listOf(store, entry, { withdrawnAfter })).toHaveLength(count);
  });

  test('the list of withdrawn entries has the author’s own of one form', async () => {
    const { store, entry } = await withEntry(open);
    await store.update(withdrawn(entry));
    for (const other of [
      { ...entry, username: randomUUID() },
      { ...entry, form: 'another' },
    ])
      expect(await listOf(store, other, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test.each([1, 2, 5, 6])('pages of %i have every withdrawn entry once, and end', async (limit) => {
    const store = open();
    const username = randomUUID();
    const ids = [1, 2, 3, 4, 5].map(idAt);
    for (const id of ids) {
      await store.insert(anEntry({ username, id }));
      await store.update(withdrawn(anEntry({ username, id })));
    }
    const seen: string[] = [];
    let before: string | undefined;
    for (let round = 0; round < 10; round += 1) {
      const request = { username, form: 'form', limit, withdrawnAfter: longAgo };
      const page = await store.list({ ...request, ...(before && { before }) });
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next;
      if (!before) break;
    }
    expect(before).toBeUndefined();
    expect(seen).toEqual(ids.toReversed());
  });

  test('a restored entry is unchanged, and listed again', async () => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const gone = withdrawn(entry, { operations: [anAppliedChange(2)] });
    const back = restored(gone, { operations: [anAppliedChange(2), anAppliedChange(3)] });
    await store.update(gone);
    expect(await store.update(back)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(back);
    expect(await listOf(store, entry)).toEqual([back]);
    expect(await listOf(store, entry, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test('an entry that is withdrawn, restored, revised and withdrawn again has the latest answers', async () => {
    const { store, entry } = await withEntry(open);
    const steps = [withdrawn, restored, revised, withdrawn];
    let last = entry;
    for (const step of steps) {
      last = step(last);
      expect(await store.update(last)).toEqual({ done: true });
    }
    expect(await store.find(entry)).toEqual(last);
    expect(await store.update(restored(last))).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(restored(last));
  });

  test('withdrawing an entry twice keeps its answers', async () => {
    const { store, entry } = await withEntry(open);
    const once = withdrawn(entry, { operations: [anAppliedChange(1), anAppliedChange(2)] });
    const twice = withdrawn(once, { operations: [...(once.operations ?? []), anAppliedChange(3)] });
    await store.update(once);
    expect(await store.update(twice)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(twice);
    expect(await store.update(restored(twice))).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(restored(twice));
  });

  test('a withdrawal of an old version changes nothing', async () => {
    const { store, entry } = await withEntry(open);
    const newer = revised(entry);
    await store.update(newer);
    expect(await store.update(withdrawn(entry))).toEqual({ done: false, current: newer });
    expect(await store.find(entry)).toEqual(newer);
    const gone = withdrawn(newer);
    await store.update(gone);
    expect(await store.update(withdrawn(entry))).toEqual({ done: false, current: gone });
    expect(await store.find(entry)).toEqual(gone);
  });

  test('an erased entry has no answers, and is in no list', async () => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const gone = erased(entry);
    expect(await store.update(gone)).toEqual({ done: true });
    await store.purge(gone);
    expect(await store.find(entry)).toEqual(gone);
    expect(await listOf(store, entry)).toEqual([]);
    expect(await listOf(store, entry, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test('an entry can be erased after it was withdrawn, and purged more than once', async () => {
    const { store, entry } = await withEntry(open);
    await store.update(withdrawn(entry));
    const gone = erased(withdrawn(entry));
    expect(await store.update(gone)).toEqual({ done: true });
    for (let i = 0; i < 3; i += 1) await store.purge(gone);
    expect(await store.find(entry)).toEqual(gone);
    expect(await listOf(store, entry, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test('a withdrawal after the purge brings nothing back', async () => {
    const { store, entry } = await withEntry(open);
    const gone = erased(entry);
    await store.update(gone);
    await store.purge(gone);
    expect(await store.update(withdrawn(entry))).toEqual({ done: false, current: gone });
    expect(await store.find(entry)).toEqual(gone);
  });

  test.each([
    ['withdrawn', withdrawn],
    ['erased', erased],
  ])('the id of an entry that was %s cannot be used again', async (_, make) => {
    const { store, entry } = await withEntry(open);
    await store.update(make(entry));
    const { existing } = await store.insert(entry);
    expect(existing).toMatchObject({ id: entry.id, deletedAt: make(entry).deletedAt, version: 2 });
    expect(await listOf(store, entry)).toEqual([]);
  });
}

const longAgo = '2000-01-01T00:00:00.000Z';

async function withEntry(open: () => EntryStore, changes: Partial<Entry> = {}) {
  const store = open();
  const entry: StoredEntry = anEntry(changes);
  await store.insert(entry);
  return { store, entry };
}

async function listOf(store: EntryStore, { username, form }: Entry, more = {}) {
  return (await store.list({ username, form, limit: 10, ...more })).entries;
}
