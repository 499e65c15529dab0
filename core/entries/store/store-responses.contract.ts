import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  anEntry,
  erased,
  idAt,
  restored,
  revised,
  withdrawn,
} from '../../testing/sample-entries.ts';
import {
  sortPosition,
  type EntryStore,
  type ResponsesRequest,
  type StoredEntry,
} from './entry-store.ts';

/** Requirements of every store: the responses of a form. */
export function describeResponses(open: () => EntryStore): void {
  test('responses are everyone’s entries of one form, newest first', async () => {
    const { store, entries, form } = await withResponses(open, 5);
    await store.insert(anEntry());
    const page = await store.responses({ form, limit: 10 });
    expect(page).toEqual({ entries: entries.toReversed() });
  });

  test('an entry without a mail has no mail state', async () => {
    const store = open();
    const entry = anEntry();
    await store.insert(entry);
    expect(await store.mailState(entry)).toBeUndefined();
  });

  test('a form without entries has no responses', async () => {
    const page = await open().responses({ form: randomUUID(), limit: 10 });
    expect(page).toEqual({ entries: [] });
  });

  test.each([1, 2, 4, 7, 8])('pages of %i have every response once, and end', async (limit) => {
    const { store, entries, form } = await withResponses(open, 7);
    expect(await everyPage(store, { form, limit })).toEqual(entries.toReversed());
  });

  test('a page that all responses just fit onto is the last', async () => {
    const { store, form } = await withResponses(open, 5);
    expect((await store.responses({ form, limit: 5 })).next).toBeUndefined();
  });

  test('entries stored at the same moment are ordered by id', async () => {
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

  test('a withdrawn entry is no response until it is restored', async () => {
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

  test('a revised entry keeps its position, with its new answers', async () => {
    const { store, entries, form } = await withResponses(open, 3);
    const [first, second, third] = entries as [StoredEntry, StoredEntry, StoredEntry];
    await store.update(revised(second));
    expect(await everyPage(store, { form, limit: 2 })).toEqual([third, revised(second), first]);
  });

  test('responses can continue before a position that no entry has any more', async () => {
    const { store, entries, form } = await withResponses(open, 3);
    const [first, second] = entries as [StoredEntry, StoredEntry];
    await store.update(withdrawn(second));
    const page = await store.responses({ form, limit: 10, before: sortPosition(second) });
    expect(page).toEqual({ entries: [first] });
  });
}

/** Stores one entry on each of the first days of January 2026, each by another author. */
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
  for (let round = 0; round < 10; round += 1) {
    const page = await store.responses({ ...request, ...(before && { before }) });
    expect(page.entries.length).toBeLessThanOrEqual(request.limit);
    seen.push(...page.entries);
    before = page.next;
    if (before === undefined) return seen;
  }
  return expect.fail('the pages do not end');
}
