import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Entry } from '../entry.ts';
import { newId } from '../id.ts';
import {
  placeOf,
  type EntryStore,
  type Operation,
  type ResponsesRequest,
  type StoredEntry,
} from './store.ts';

/** What every store must do. Run by each implementation's own test. */
export function describeStore(open: () => EntryStore): void {
  test('a new entry is stored as it is', async () => {
    const store = open();
    const entry = anEntry();
    expect(await store.insert(entry)).toEqual({});
    expect(await store.find(entry)).toEqual(entry);
  });

  test('answers of every kind come back as they went in', async () => {
    const store = open();
    const answers = {
      text: 'Zoë 🦄\n',
      number: -0.1,
      huge: Number.MAX_SAFE_INTEGER,
      yes: true,
      no: false,
      list: ['b', 'a'],
      place: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 },
    };
    const entry = anEntry({ answers, derived: { Eta: '30 seconds', none: null } });
    await store.insert(entry);
    expect(await store.find(entry)).toEqual(entry);
  });

  test('a second entry under the same key is not stored; the first is given back', async () => {
    const store = open();
    const first = anEntry({ answers: { name: 'Mickey' } });
    await store.insert(first);
    const second = { ...first, answers: { name: 'Minnie' } };
    expect(await store.insert(second)).toEqual({ existing: first });
    expect(await store.find(first)).toEqual(first);
  });

  test('of many at once under one key exactly one is stored, and all hear which', async () => {
    const store = open();
    const key = anEntry();
    const racers = Array.from({ length: 20 }, (_, lane) => ({ ...key, answers: { lane } }));
    const outcomes = await Promise.all(racers.map((it) => store.insert(it)));
    expect(outcomes.filter((it) => !it.existing)).toHaveLength(1);
    const winner = await store.find(key);
    for (const { existing } of outcomes) if (existing) expect(existing).toEqual(winner);
  });

  test('the same id under another author or form is another entry', async () => {
    const store = open();
    const mine = anEntry();
    await store.insert(mine);
    for (const other of [
      { ...mine, username: 'another' },
      { ...mine, form: 'another' },
    ]) {
      expect(await store.find(other)).toBeUndefined();
      expect(await store.insert(other)).toEqual({});
      expect(await store.find(other)).toEqual(other);
    }
  });

  test('an unknown key finds nothing', async () => {
    expect(await open().find(anEntry())).toBeUndefined();
  });

  test('a list holds the author’s own entries of one form, newest first', async () => {
    const store = open();
    const author = randomUUID();
    const mine = [1, 2, 3].map((time) => anEntry({ username: author, id: idAt(time) }));
    const others = [
      anEntry(),
      anEntry({ username: author, form: 'a' }),
      anEntry({ username: author, form: 'form-x' }),
    ];
    for (const entry of [...mine, ...others]) await store.insert(entry);
    const page = await store.list({ username: author, form: 'form', limit: 10 });
    expect(page.entries).toEqual(mine.toReversed());
  });

  test('an author without entries has an empty list', async () => {
    expect(await open().list({ username: randomUUID(), form: 'form', limit: 10 })).toEqual({
      entries: [],
    });
  });

  test.each([1, 2, 3, 7, 8])('pages of %i give every entry once, and end', async (limit) => {
    const store = open();
    const username = randomUUID();
    const ids = [1, 2, 3, 4, 5, 6, 7].map(idAt);
    for (const id of ids) await store.insert(anEntry({ username, id }));
    const seen: string[] = [];
    let before: string | undefined;
    for (let turns = 0; turns < 10; turns += 1) {
      const page = await store.list({ username, form: 'form', limit, ...(before && { before }) });
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next;
      if (!before) break;
    }
    expect(before).toBeUndefined();
    expect(seen).toEqual(ids.toReversed());
  });

  test('a list goes on after an id that no entry has', async () => {
    const store = open();
    const username = randomUUID();
    for (const time of [1, 3]) await store.insert(anEntry({ username, id: idAt(time) }));
    const page = await store.list({ username, form: 'form', limit: 10, before: idAt(2) });
    expect(page.entries.map(({ id }) => id)).toEqual([idAt(1)]);
  });

  describeChanges(open);
  describeResponses(open);
}

function describeChanges(open: () => EntryStore): void {
  test('an update takes the place of the version before', async () => {
    const { store, entry } = await withEntry(open);
    const next = revised(entry, { operations: [anOperation(2)], submitted: 'digest' });
    expect(await store.update(next)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(next);
  });

  test.each([1, 3, 4, 100])('version 1 is not followed by version %i', async (version) => {
    const { store, entry } = await withEntry(open);
    const other = { ...revised(entry), version };
    expect(await store.update(other)).toEqual({ done: false, current: entry });
    expect(await store.find(entry)).toEqual(entry);
  });

  test('what was never stored is not updated into being', async () => {
    const store = open();
    const next = revised(anEntry());
    expect(await store.update(next)).toEqual({ done: false, current: undefined });
    expect(await store.find(next)).toBeUndefined();
  });

  test.each(['revised', 'withdrawn', 'erased'] as const)(
    'of many at once that would make it %s, exactly one succeeds, and the others hear of it',
    async (outcome) => {
      const { store, entry } = await withEntry(open);
      const make = { revised, withdrawn, erased }[outcome];
      const racers = Array.from({ length: 10 }, (_, i) =>
        make(entry, { operations: [anOperation(2, `racer ${i}`)] }),
      );
      const outcomes = await Promise.all(racers.map((it) => store.update(it)));
      expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
      const winner = racers[outcomes.findIndex(({ done }) => done)];
      expect(await store.find(entry)).toEqual(winner);
      for (const it of outcomes) if (!it.done) expect(it.current).toEqual(winner);
    },
  );

  test('an update leaves the same id under another author or form alone', async () => {
    const { store, entry } = await withEntry(open);
    const others = [
      { ...entry, username: 'another' },
      { ...entry, form: 'another' },
    ];
    for (const other of others) await store.insert(other);
    for (const next of [revised(entry), withdrawn(revised(entry))]) await store.update(next);
    for (const other of others) expect(await store.find(other)).toEqual(other);
  });

  test('an update may leave out what was there', async () => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const { derived: _, ...bare } = entry;
    await store.update(revised(bare));
    expect(await store.find(entry)).toEqual(revised(bare));
  });

  test('operations come back in their order', async () => {
    const { store, entry } = await withEntry(open);
    const operations = Array.from({ length: 20 }, (_, i) => anOperation(i + 2));
    await store.update(revised(entry, { operations }));
    expect((await store.find(entry))?.operations).toEqual(operations);
  });

  test.each([
    ['once', []],
    ['with a history', [anOperation(1), anOperation(1)]],
  ])('a withdrawn entry is found whole, %s, but not listed', async (_, before) => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const gone = withdrawn(entry, { operations: [...before, anOperation(2)], submitted: 'digest' });
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

  test('the list of withdrawn ones is the author’s own, of one form', async () => {
    const { store, entry } = await withEntry(open);
    await store.update(withdrawn(entry));
    for (const other of [
      { ...entry, username: randomUUID() },
      { ...entry, form: 'another' },
    ])
      expect(await listOf(store, other, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test.each([1, 2, 5, 6])('pages of %i give every withdrawn entry once, and end', async (limit) => {
    const store = open();
    const username = randomUUID();
    const ids = [1, 2, 3, 4, 5].map(idAt);
    for (const id of ids) {
      await store.insert(anEntry({ username, id }));
      await store.update(withdrawn(anEntry({ username, id })));
    }
    const seen: string[] = [];
    let before: string | undefined;
    for (let turns = 0; turns < 10; turns += 1) {
      const request = { username, form: 'form', limit, withdrawnAfter: longAgo };
      const page = await store.list({ ...request, ...(before && { before }) });
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next;
      if (!before) break;
    }
    expect(before).toBeUndefined();
    expect(seen).toEqual(ids.toReversed());
  });

  test('a restored entry is as it was, and listed where it was', async () => {
    const { store, entry } = await withEntry(open, { derived: { Eta: '30 seconds' } });
    const gone = withdrawn(entry, { operations: [anOperation(2)] });
    const back = restored(gone, { operations: [anOperation(2), anOperation(3)] });
    await store.update(gone);
    expect(await store.update(back)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(back);
    expect(await listOf(store, entry)).toEqual([back]);
    expect(await listOf(store, entry, { withdrawnAfter: longAgo })).toEqual([]);
  });

  test('withdrawn, restored, revised and withdrawn again: the latest answers are kept', async () => {
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

  test('an entry that is withdrawn twice is kept as it was before the first time', async () => {
    const { store, entry } = await withEntry(open);
    const once = withdrawn(entry, { operations: [anOperation(1), anOperation(2)] });
    const twice = withdrawn(once, { operations: [...(once.operations ?? []), anOperation(3)] });
    await store.update(once);
    expect(await store.update(twice)).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(twice);
    expect(await store.update(restored(twice))).toEqual({ done: true });
    expect(await store.find(entry)).toEqual(restored(twice));
  });

  test('a withdrawal that comes too late harms nothing', async () => {
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

  test('an erased entry says nothing, and is in no list', async () => {
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

  test('a withdrawal that comes after the purge brings nothing back', async () => {
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
  ])('the id of an entry that was %s stays taken', async (_, make) => {
    const { store, entry } = await withEntry(open);
    await store.update(make(entry));
    const { existing } = await store.insert(entry);
    expect(existing).toMatchObject({ id: entry.id, deletedAt: make(entry).deletedAt, version: 2 });
    expect(await listOf(store, entry)).toEqual([]);
  });
}

function describeResponses(open: () => EntryStore): void {
  test('responses are everyone’s entries of one form, the newest first', async () => {
    const { store, entries, form } = await withResponses(open, 5);
    await store.insert(anEntry());
    const page = await store.responses({ form, limit: 10 });
    expect(page).toEqual({ entries: entries.toReversed() });
  });

  test('a form without entries has no responses', async () => {
    const page = await open().responses({ form: randomUUID(), limit: 10 });
    expect(page).toEqual({ entries: [] });
  });

  test.each([1, 2, 4, 7, 8])('pages of %i give every response once, and end', async (limit) => {
    const { store, entries, form } = await withResponses(open, 7);
    expect(await everyPage(store, { form, limit })).toEqual(entries.toReversed());
  });

  test('entries of one moment are told apart by their ids', async () => {
    const store = open();
    const form = randomUUID();
    const entries = [1, 2, 3].map((time) => anEntry({ form, id: idAt(time) }));
    for (const entry of entries) await store.insert(entry);
    expect(await everyPage(store, { form, limit: 1 })).toEqual(entries.toReversed());
  });

  test.each([
    ['2026-01-03', undefined, [5, 4, 3]],
    [undefined, '2026-01-03~', [3, 2, 1]],
    ['2026-01-02', '2026-01-04~', [4, 3, 2]],
    ['2026-01-03', '2026-01-03~', [3]],
    ['2026-01-04', '2026-01-02~', []],
    ['2026-01-06', undefined, []],
    ['2020-01-01', '2030-01-01', [5, 4, 3, 2, 1]],
  ])('from %s and before %s there are the responses of %j January', async (from, before, days) => {
    const { store, entries, form } = await withResponses(open, 5);
    const range = { ...(from && { from }), ...(before && { before }) };
    const expected = days.map((day) => entries[day - 1]);
    for (const limit of [1, 2, 3, 10])
      expect(await everyPage(store, { form, limit, ...range })).toEqual(expected);
  });

  test('what is withdrawn is no response, and is one again when restored', async () => {
    const { store, entries, form } = await withResponses(open, 2);
    const [first, second] = entries as [StoredEntry, StoredEntry];
    await store.update(withdrawn(second));
    expect(await everyPage(store, { form, limit: 10 })).toEqual([first]);
    const back = restored(withdrawn(second));
    await store.update(back);
    expect(await everyPage(store, { form, limit: 10 })).toEqual([back, first]);
    await store.update(erased(back));
    expect(await everyPage(store, { form, limit: 10 })).toEqual([first]);
  });

  test('a revised entry stands where it stood, with its new answers', async () => {
    const { store, entries, form } = await withResponses(open, 3);
    const [first, second, third] = entries as [StoredEntry, StoredEntry, StoredEntry];
    await store.update(revised(second));
    expect(await everyPage(store, { form, limit: 2 })).toEqual([third, revised(second), first]);
  });

  test('responses go on before a place that no entry has any more', async () => {
    const { store, entries, form } = await withResponses(open, 3);
    const [first, second] = entries as [StoredEntry, StoredEntry];
    await store.update(withdrawn(second));
    const page = await store.responses({ form, limit: 10, before: placeOf(second) });
    expect(page).toEqual({ entries: [first] });
  });
}

/** One entry on each of the first days of January 2026, each by somebody else. */
async function withResponses(open: () => EntryStore, count: number) {
  const store = open();
  const form = randomUUID();
  const entries: StoredEntry[] = Array.from({ length: count }, (_, i) =>
    anEntry({ form, createdAt: `2026-01-0${i + 1}T12:00:00.000Z` }),
  );
  for (const entry of entries) await store.insert(entry);
  return { store, entries, form };
}

async function everyPage(store: EntryStore, request: ResponsesRequest) {
  const seen: StoredEntry[] = [];
  let before = request.before;
  for (let turns = 0; turns < 10; turns += 1) {
    const page = await store.responses({ ...request, ...(before && { before }) });
    expect(page.entries.length).toBeLessThanOrEqual(request.limit);
    seen.push(...page.entries);
    before = page.next;
    if (before === undefined) return seen;
  }
  return expect.fail('the pages do not end');
}

const longAgo = '2000-01-01T00:00:00.000Z';

type Change = Partial<StoredEntry>;

async function withEntry(open: () => EntryStore, changes: Partial<Entry> = {}) {
  const store = open();
  const entry: StoredEntry = anEntry(changes);
  await store.insert(entry);
  return { store, entry };
}

async function listOf(store: EntryStore, { username, form }: Entry, more = {}) {
  return (await store.list({ username, form, limit: 10, ...more })).entries;
}

function revised(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const version = entry.version + 1;
  const answers = { name: `Mickey the ${version}` };
  return { ...entry, answers, updatedAt: '2026-01-02T00:00:00.000Z', ...changes, version };
}

function withdrawn(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const time = '2026-01-02T00:00:00.000Z';
  const version = entry.version + 1;
  const { deletedAt = time, withdrawnVersion = entry.version } = entry;
  const operations = entry.operations ?? [];
  const more = { deletedAt, withdrawnVersion, updatedAt: time, operations };
  return { ...entry, ...more, ...changes, version };
}

function restored(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const { deletedAt: _deletedAt, withdrawnVersion: _withdrawnVersion, ...back } = entry;
  return { ...back, ...changes, version: entry.version + 1 };
}

function erased(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const { derived: _d, submitted: _s, withdrawnVersion: _w, ...rest } = withdrawn(entry, changes);
  return { ...rest, answers: {}, erased: true };
}

function anOperation(version: number, digest = 'digest'): Operation {
  return { id: randomUUID(), digest, version, at: '2026-01-02T00:00:00.000Z' };
}

function idAt(time: number): string {
  return newId({ now: time, random: new Uint8Array(10).fill(7) });
}

function anEntry(changes: Partial<Entry> = {}): Entry {
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: randomUUID(),
    form: 'form',
    formVersion: 1,
    username: randomUUID(),
    answers: { name: 'Mickey' },
    version: 1,
    createdAt: time,
    updatedAt: time,
    ...changes,
  };
}
