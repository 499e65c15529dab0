import fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { revise } from '#core/entries/revise.ts';
import { submit } from '#core/entries/submit.ts';
import { newId } from '#core/values/id.ts';
import {
  sortPosition,
  type EntryStore,
  type ResponsesRequest,
  type StoredEntry,
} from '#core/entries/store/entry-store.ts';
import { anEntry, restored, revised, withdrawn } from '#core/testing/sample-entries.ts';
import { bytesFrom, seededRandom } from '../../tools/testing/seeded-random.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createDynamoStore } from './dynamo-store.ts';
import type { Item, QueryInput, Table } from './dynamo-table.ts';
import { toItem } from './entry-item.ts';

const form = 'vote';
const beginning = Date.UTC(2026, 9, 20);
const day = 86_400_000;

/** An entry of one of 60 days, so that three months have some, and some come at the same moment. */
const someEntry = fc.record({
  day: fc.integer({ min: 0, max: 59 }),
  id: fc.uuid({ version: 7 }),
  /** As the form was deployed at that time: it may become more, or fewer, in any order. */
  shards: fc.constantFrom(1, 1, 2, 3, 16, 64),
  isOnHold: fc.boolean(),
  happened: fc.constantFrom('nothing', 'revised', 'withdrawn', 'restored', 'released'),
});

const someRequest = fc.record({
  limit: fc.integer({ min: 1, max: 9 }),
  from: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
  before: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
  areOnHold: fc.boolean(),
});

test('entries in any number of shards, which changes in between, are read in one order: none is missing, none comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(someEntry, { selector: ({ id }) => id, maxLength: 40 }),
      fc.uniqueArray(someEntry, { selector: ({ id }) => id, maxLength: 10 }),
      someRequest,
      fc.integer({ min: 1, max: 12 }),
      async (first, later, { limit, from, before, areOnHold }, mostInQuery) => {
        // A query ends after a megabyte, before it has found as many as it was asked for.
        const store = storeWith((table, input) =>
          table.query({ ...input, Limit: Math.min(input.Limit, mostInQuery) }),
        );
        const there: StoredEntry[] = [];
        for (const it of first) there.push(...(await happen(store, it)));
        const request: ResponsesRequest = {
          form,
          limit,
          areOnHold,
          ...(from !== undefined && { from: timeOf(from).slice(0, 10) }),
          ...(before !== undefined && { before: `${timeOf(before).slice(0, 10)}~` }),
        };
        const isWanted = (it: StoredEntry) =>
          (it.onHold !== undefined) === areOnHold &&
          sortPosition(it) >= (request.from ?? '') &&
          sortPosition(it) < (request.before ?? '~');
        const wanted = there.filter(isWanted).map(sortPosition).toSorted().toReversed();
        const added = [...later];
        const read = await everyPage(store, request, async () => {
          const next = added.pop();
          if (next) await happen(store, next);
        });
        const positions = read.map(sortPosition);
        expect(positions).toEqual(positions.toSorted().toReversed());
        expect(new Set(positions).size).toBe(positions.length);
        // What was stored meanwhile may be among them.
        const known = new Set(wanted);
        expect(positions.filter((it) => known.has(it))).toEqual(wanted);
      },
    ),
  );
});

test('an entry stays in the partition in which it was stored, whatever the form says now', async () => {
  const table = createMemoryTable();
  const deps = {
    store: createDynamoStore(table),
    now: () => new Date(timeOf(0)),
    random: Math.random,
    digest: (it: string) => it,
  };
  const id = '018f3c2e-7b1a-7000-8000-0123456789ab';
  const sent = { formVersion: 1, body: { name: 'Ada' } };
  const vote = defineForm({
    id: form,
    version: 1,
    title: 'Vote',
    action: 'Send',
    fields: { name: text({ label: 'Name' }) },
  });
  await submit(deps, { ...sent, form: vote, username: 'ada', id });
  const key = { username: 'ada', form, id };
  const change = {
    form: { ...vote, shards: 16 },
    key,
    changeId: id.replace('ab', 'cd'),
    ifVersion: 1,
  };
  const changed = await revise(deps, { ...sent, ...change, body: { name: 'Grace' } });
  expect(changed.ok).toBe(true);
  const item = await table.get({ pk: 'user#ada', sk: `entry#vote#${id}` });
  expect(item).toMatchObject({ formKey: 'form#vote', version: 2 });
});

test('a page from 16 shards reads fewer than twice as many entries as it has', async () => {
  let itemsRead = 0;
  const store = storeWith(async (table, input) => {
    const page = await table.query(input);
    itemsRead += page.items.length;
    return page;
  });
  for (const entry of submissions(1000, 16)) await store.insert(entry);
  const { entries } = await store.responses({ form, limit: 100 });
  expect(entries).toHaveLength(100);
  expect(itemsRead).toBeLessThan(200);
});

test('very large entries make shorter pages, as Lambda answers with 6 MB at most', async () => {
  const store = storeWith((table, input) => table.query(input));
  const answers = { story: 'é'.repeat(175_000) };
  for (const entry of submissions(20, 16)) await store.insert({ ...entry, answers });
  const { entries, next } = await store.responses({ form, limit: 100 });
  expect(entries).toHaveLength(8);
  expect(next).toBeDefined();
  expect(await everyPage(store, { form, limit: 100 })).toHaveLength(20);
});

test('10 000 submissions a second: with 16 shards no partition of the index writes more than 1000 units a second', () => {
  expect(busiest(20_000, 16)).toBeLessThan(1000);
  // The same model notices when there are too few.
  expect(busiest(20_000, 1)).toBe(10_000);
  expect(busiest(20_000, 8)).toBeGreaterThan(1000);
});

/** The most write units that a partition of the index has in one second. */
function busiest(count: number, shards: number): number {
  const units = new Map<string, number>();
  for (const entry of submissions(count, shards)) {
    const item = toItem(entry);
    const second = `${entry.createdAt.slice(0, 19)} ${String(item['formKey'])}`;
    units.set(second, (units.get(second) ?? 0) + writeUnits(item));
  }
  return Math.max(...units.values());
}

/** One for each kilobyte. The text is longer than what DynamoDB counts. */
function writeUnits(item: Item): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1024);
}

/** 10 000 a second, from one person each. */
function* submissions(count: number, shards: number): Generator<StoredEntry> {
  const chance = seededRandom('submissions');
  for (let n = 0; n < count; n += 1) {
    const now = beginning + n / 10;
    const id = newId({ now: Math.floor(now), random: bytesFrom(chance, 10) });
    const createdAt = new Date(now).toISOString();
    const answers = { name: 'Mickey Mouse', choice: 'yes', why: 'Because of the cheese.' };
    const entry = anEntry({ id, form, createdAt, answers, username: `person-${n}` });
    yield { ...entry, ...(shards > 1 && { shards }) };
  }
}

function storeWith(query: (table: Table, input: QueryInput) => ReturnType<Table['query']>) {
  const table = createMemoryTable();
  return createDynamoStore({ ...table, query: (input) => query(table, input) });
}

type SomeEntry = typeof someEntry extends fc.Arbitrary<infer It> ? It : never;

/** @returns what there is of it among the responses, or among those on hold */
async function happen(store: EntryStore, it: SomeEntry): Promise<readonly StoredEntry[]> {
  const { id, shards, isOnHold, happened } = it;
  const entry: StoredEntry = {
    ...anEntry({ id, form, createdAt: timeOf(it.day), username: `person-${id}` }),
    ...(shards > 1 && { shards }),
    ...(isOnHold && { onHold: ['seconds'] as never }),
  };
  await store.insert(entry);
  if (happened === 'revised') {
    await store.update(revised(entry));
    return [revised(entry)];
  }
  if (happened === 'released') {
    await store.release(entry);
    const { onHold: _onHold, ...released } = entry;
    return [released];
  }
  if (happened === 'nothing') return [entry];
  await store.update(withdrawn(entry));
  if (happened === 'withdrawn') return [];
  await store.update(restored(withdrawn(entry)));
  return [restored(withdrawn(entry))];
}

function timeOf(dayOf: number): string {
  return new Date(beginning + dayOf * day).toISOString();
}

async function everyPage(
  store: EntryStore,
  request: ResponsesRequest,
  afterPage = async () => {},
): Promise<readonly StoredEntry[]> {
  const seen: StoredEntry[] = [];
  let { before } = request;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await store.responses({ ...request, ...(before !== undefined && { before }) });
    seen.push(...page.entries);
    before = page.next;
    if (before === undefined) return seen;
    await afterPage();
  }
  return expect.fail('the pages do not end');
}
