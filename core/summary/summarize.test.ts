import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Entry } from '../form/entry.ts';
import { choice, number, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import type { ReviewState } from '../review/review.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { waterForm } from '../testing/water-form.ts';
import { noCounts, type Counts } from './counts.ts';
import { summarize, summaryOf as summaryOfEntries } from './summarize.ts';

const order = defineForm({
  id: 'order',
  version: 2,
  title: '',
  action: '',
  fields: {
    name: text({ label: 'Name' }),
    cups: number({ label: 'Cups', optional: true }),
    size: choice({
      label: 'Size',
      options: [
        ['small', 'Small'],
        ['large', 'Large'],
      ],
      optional: true,
    }),
  },
  migrate: (answers) => ({ name: (answers as { called: string }).called, size: 'small' }),
});

async function summaryOf(entries: readonly Partial<Entry>[]) {
  const store = createMemoryStore();
  for (const entry of entries) await store.insert(anEntry(entry));
  return summarize({ store }, order);
}

function anEntry(changes: Partial<Entry>): Entry {
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: randomUUID(),
    form: 'order',
    formVersion: 2,
    username: randomUUID(),
    answers: { name: 'Ada' },
    version: 1,
    createdAt: time,
    updatedAt: time,
    ...changes,
  };
}

const review = (version: number, state: ReviewState) => ({
  review: { id: randomUUID(), version, state, at: '2026-01-02T00:00:00.000Z' },
});

test('the states of review are counted, and what has changed since its review is to be reviewed', async () => {
  expect((await summaryOf([{}, {}])).reviews).toBeUndefined();
  const { reviews } = await summaryOf([
    {},
    review(1, 'approved'),
    review(1, 'sent-back'),
    { version: 2, ...review(1, 'sent-back') },
    review(1, 'received'),
  ]);
  expect(reviews).toEqual({ received: 2, edited: 1, 'sent-back': 1, rejected: 0, approved: 1 });
});

test('the summary of a form without entries has only zeros', async () => {
  expect(await summaryOf([])).toEqual({
    form: 'order',
    count: 0,
    complete: true,
    days: {},
    fields: {
      name: { answered: 0 },
      cups: { answered: 0 },
      size: { answered: 0, options: { small: 0, large: 0 } },
    },
  });
});

test('entries are counted by day and by option, and numbers have statistics', async () => {
  const outcome = await summaryOf([
    { answers: { name: 'Ada', cups: 1, size: 'large' } },
    { answers: { name: 'Bob', cups: 4 }, createdAt: '2026-01-02T23:59:59.999Z' },
    { answers: { name: 'Eve', size: 'large' }, createdAt: '2026-01-02T00:00:00.000Z' },
    { answers: { name: 'Zoë', size: 'small' }, form: 'another' },
  ]);
  expect(outcome).toEqual({
    form: 'order',
    count: 3,
    complete: true,
    days: { '2026-01-02': 2, '2026-01-01': 1 },
    newestAt: '2026-01-02T23:59:59.999Z',
    fields: {
      name: { answered: 3 },
      cups: {
        answered: 2,
        numbers: { min: 1, max: 4, mean: 2.5, median: 2.5 },
        bins: [
          { from: 1, below: 2, count: 1 },
          { from: 2, below: 3, count: 0 },
          { from: 3, below: 4, count: 0 },
          { from: 4, below: 5, count: 1 },
        ],
      },
      size: { answered: 2, options: { small: 0, large: 2 } },
    },
  });
});

test('entries of an earlier version are migrated before they are counted', async () => {
  const { fields } = await summaryOf([
    { formVersion: 1, answers: { called: 'Ada' } },
    { formVersion: 1, answers: { size: 7 } },
  ]);
  expect(fields).toMatchObject({
    name: { answered: 1 },
    size: { answered: 1, options: { small: 1 } },
  });
});

test('only the newest ten thousand entries are counted, and the summary says it is not complete', async () => {
  const days = Array.from({ length: 10_000 }, () => ({ createdAt: '2026-01-02T00:00:00.000Z' }));
  expect(await summaryOf(days)).toMatchObject({ count: 10_000, complete: true });
  expect(await summaryOf([{}, ...days])).toMatchObject({
    count: 10_000,
    complete: false,
    days: { '2026-01-02': 10_000 },
  });
});

test('reading continues after a page that is not full', async () => {
  const entries = Array.from({ length: 5 }, (_, i) =>
    anEntry({ id: randomUUID(), answers: { i } }),
  );
  let next = 0;
  const store = {
    responses: async () => {
      const entry = entries[next] ?? expect.fail();
      next += 1;
      return { entries: [entry], ...(next < entries.length && { next: String(next) }) };
    },
    counts: async () => ({ counts: noCounts }),
  };
  expect(await summarize({ store }, order)).toMatchObject({ count: 5, complete: true });
});

/** A store with one entry, and counts of another number of entries. */
function storeWithCounts(live: number, recountedAt?: string) {
  const counts: Counts = {
    statuses: { live, withdrawn: 4 },
    days: { '2026-01-02': live - 3, '2026-01-03': 3 },
    fields: { size: { answered: 7, chosen: { large: 7 } }, cups: { notRelevant: 1 } },
  };
  const countedAt = '2026-01-03T10:00:00.000Z';
  return {
    responses: async () => ({ entries: [anEntry({})] }),
    counts: async () => ({ counts, countedAt, ...(recountedAt !== undefined && { recountedAt }) }),
  };
}

test('the summary of many entries is made of the counts that are kept, and says when they were', async () => {
  const store = storeWithCounts(1_000_000, '2026-01-03T03:00:00.000Z');
  expect(await summarize({ store }, order)).toEqual({
    form: 'order',
    count: 1_000_000,
    complete: true,
    days: { '2026-01-03': 3, '2026-01-02': 999_997 },
    newestAt: '2026-01-01T00:00:00.000Z',
    countedAt: '2026-01-03T10:00:00.000Z',
    fields: {
      name: { answered: 0 },
      cups: { answered: 0, relevant: 999_999 },
      size: { answered: 7, options: { small: 0, large: 7 } },
    },
  });
});

test('few entries are read, so that the newest is counted, and so are those that were not all counted', async () => {
  const recountedAt = '2026-01-03T03:00:00.000Z';
  for (const store of [storeWithCounts(1000, recountedAt), storeWithCounts(1_000_000)]) {
    const summary = await summarize({ store }, order);
    expect(summary).toMatchObject({ count: 1 });
    expect(summary).not.toHaveProperty('countedAt');
  }
});

test('a field that was not always asked says how often it was', () => {
  const entries = [{ source: 'tap' }, { source: 'other', metres: 5 }, { source: 'other' }];
  const summary = summaryOfEntries(
    waterForm,
    entries.map((answers) => anEntry({ answers: { name: 'Ada', ...answers } })),
    true,
  );
  expect(summary.fields['metres']).toMatchObject({ answered: 1, relevant: 2 });
  expect(summary.fields['source']).not.toHaveProperty('relevant');
});

test('a default is no answer of those who were not asked', () => {
  const trip = defineForm({
    id: 'trip',
    version: 1,
    title: 'Trip',
    action: 'Send',
    fields: {
      days: number({ label: 'Days' }),
      bed: choice({
        label: 'Bed',
        options: [
          ['single', 'Single'],
          ['double', 'Double'],
        ],
        default: 'single',
      }),
    },
    when: { bed: ({ days = 0 }) => days > 1 },
  });
  const entries = [{ days: 1 }, { days: 2, bed: 'double' }, { days: 3 }].map((answers) => ({
    createdAt: '2026-01-01T00:00:00.000Z',
    answers,
  }));
  expect(summaryOfEntries(trip, entries, true).fields['bed']).toEqual({
    answered: 2,
    relevant: 2,
    options: { single: 1, double: 1 },
  });
});
