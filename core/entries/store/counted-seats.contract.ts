import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, revised, withdrawn } from '../../testing/sample-entries.ts';
import { authorCounter, seatChange } from '../../limits/seats.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

/** Requirements of every store: seats are counted together with the entries that take them. */
export function describeSeats(open: () => EntryStore): void {
  test('an entry is stored with its seats, until a counter has none left', async () => {
    const store = open();
    const form = randomUUID();
    const [first, second, third] = [1, 2, 3].map(() => seated({ form }));
    if (!first || !second || !third) return expect.fail();
    expect(await store.insert(first, take(first))).toEqual({});
    expect(await store.insert(second, take(second))).toEqual({});
    expect(await store.insert(third, take(third))).toEqual({ full: ['entries'] });
    expect(await store.find(third)).toBeUndefined();
    expect(await store.find(first)).toEqual(first);
    expect(await store.seatsTaken(first, ['entries', 'option#a#b'])).toEqual(
      new Map([['entries', 2]]),
    );
    return undefined;
  });

  test('of many at once, as many are stored as there are seats', async () => {
    const store = open();
    const form = randomUUID();
    const entries = Array.from({ length: 20 }, () => seated({ form }));
    const results = await Promise.all(entries.map((it) => store.insert(it, take(it, 7))));
    expect(results.filter(({ full }) => !full)).toHaveLength(7);
    const stored = await Promise.all(entries.map((it) => store.find(it)));
    expect(stored.map(Boolean)).toEqual(results.map(({ full }) => !full));
    expect(await takenOf(store, { form })).toBe(7);
  });

  test('an entry that is stored already is returned, also when there is no seat left', async () => {
    const store = open();
    const entry = seated();
    await store.insert(entry, take(entry, 1));
    expect(await store.insert(entry, take(entry, 1))).toEqual({ existing: entry });
    expect(await takenOf(store, entry)).toBe(1);
  });

  test('a change takes and frees seats at the same moment, once', async () => {
    const store = open();
    const entry = seated();
    await store.insert(entry, take(entry));
    const next = revised(entry, { seats: ['option#a#b'] });
    const change = seatChange(entry.seats, next.seats, new Map([['option#a#b', 1]]));
    expect(await store.update(next, change)).toEqual({ done: true });
    expect(await store.update(next, change)).toEqual({ done: false, current: next });
    const counters = ['entries', 'option#a#b'];
    const taken = await store.seatsTaken(entry, counters);
    expect(counters.map((it) => taken.get(it))).toEqual([0, 1]);
  });

  test('a change that finds no seat changes nothing', async () => {
    const store = open();
    const [entry, other] = [seated(), seated()];
    const sameForm = { ...other, form: entry.form };
    for (const it of [entry, sameForm]) await store.insert(it, take(it));
    const next = revised(entry, { seats: ['b'] });
    const change = { take: [{ counter: 'b', max: 0 }], free: ['entries'] };
    expect(await store.update(next, change)).toEqual({ done: false, full: ['b'] });
    expect(await store.find(entry)).toEqual(entry);
    expect(await takenOf(store, entry)).toBe(2);
  });

  test.each([
    ['withdrawn', withdrawn],
    ['erased', erased],
  ])('an entry that is %s frees its seats, once', async (_, make) => {
    const store = open();
    const entry = seated();
    await store.insert(entry, take(entry));
    const { seats, ...next } = make(entry);
    for (let count = 0; count < 3; count += 1) await store.update(next, seatChange(seats));
    expect(await takenOf(store, entry)).toBe(0);
  });

  test('the seats of an author are their own, and others those of the form', async () => {
    const store = open();
    const form = randomUUID();
    const counters = ['entries', authorCounter];
    for (let count = 0; count < 2; count += 1) {
      const entry = { ...seated({ form }), seats: counters };
      const max = new Map(counters.map((it) => [it, 2]));
      await store.insert(entry, seatChange([], counters, max));
      const taken = await store.seatsTaken(entry, counters);
      expect(counters.map((it) => taken.get(it))).toEqual([count + 1, 1]);
    }
  });

  test('an entry on hold takes its seat when it is released, and stays on hold without one', async () => {
    const store = open();
    const form = randomUUID();
    const [first, second] = [1, 2].map(() => {
      const { seats: _, ...entry } = seated({ form });
      return { ...entry, onHold: ['form-rate'] as const };
    });
    if (!first || !second) return expect.fail();
    for (const it of [first, second]) await store.insert(it);
    const seating = { countersFor: () => ['entries'], counters: new Map([['entries', 1]]) };
    expect(await takenOf(store, { form })).toBe(0);
    expect(await store.release(first, seating)).toBe(true);
    expect(await store.release(second, seating)).toBe('full');
    expect(await store.find(first)).toMatchObject({ seats: ['entries'] });
    expect(await store.find(second)).toEqual(second);
    expect(await takenOf(store, { form })).toBe(1);
    return undefined;
  });

  test('seats are of one form', async () => {
    const store = open();
    const entry = seated();
    await store.insert(entry, take(entry, 1));
    const other = seated({ username: entry.username });
    expect(await store.insert(other, take(other, 1))).toEqual({});
  });
}

/** An entry of a form of its own, with a seat. */
function seated(changes: Partial<StoredEntry> = {}): StoredEntry {
  return { ...anEntry({ form: randomUUID(), ...changes }), seats: ['entries'] };
}

function take({ seats }: StoredEntry, max = 2) {
  return seatChange([], seats, new Map(seats?.map((it) => [it, max])));
}

async function takenOf(store: EntryStore, { form }: Pick<StoredEntry, 'form'>) {
  return (await store.seatsTaken({ username: '', form }, ['entries'])).get('entries') ?? 0;
}
