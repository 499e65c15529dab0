import { expect, test } from 'vitest';
import { seatingOf } from '../limits/seats.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry, revised } from '../testing/sample-entries.ts';
import { eraseOnHold, releaseOnHold } from './decide-on-hold.ts';
import { eraseAll } from './erase-all.ts';
import type { EntryStore, StoredEntry } from './store/entry-store.ts';
import { withdraw } from './withdraw.ts';
import { adopt } from './adopt.ts';
import { signupForm } from '../testing/signup-form.ts';

const form = { ...signupForm, limits: { entries: 10, perAuthor: 2 } };
const { id: changeId } = anEntry();
const now = () => new Date('2026-01-02T00:00:00.000Z');

/** An entry on hold, and a store in which an owner releases it after it was read, just before it is changed. */
async function releasedMeanwhile(before?: (store: EntryStore, entry: StoredEntry) => unknown) {
  const store = createMemoryStore();
  const entry: StoredEntry = { ...anEntry({ form: form.id }), onHold: ['too-fast'] };
  await store.insert(entry);
  const slow: EntryStore = {
    ...store,
    async update(next, ...others) {
      if (next.version === 2) await before?.(store, entry);
      await releaseOnHold({ store, now }, { form, keys: [entry] });
      return store.update(next, ...others);
    },
  };
  return {
    store,
    entry,
    deps: { store: slow, now, digest: (text: string) => text },
    seatsTaken: async (of: StoredEntry | undefined = entry) => {
      const taken = await store.seatsTaken(of, [...seatingOf(form).counters.keys()]);
      return [...taken.values()];
    },
  };
}

type Released = Awaited<ReturnType<typeof releasedMeanwhile>>;

test.each<[string, (it: Released) => Promise<unknown>]>([
  [
    'its author erases it',
    ({ deps, entry }) => withdraw(deps, { key: entry, changeId, permanent: true }),
  ],
  ['its author erases everything', ({ deps, entry }) => eraseAll(deps, entry.username)],
])('an entry that is released while %s is erased, and its seat is free', async (_, erase) => {
  const it = await releasedMeanwhile();
  await erase(it);
  expect(await it.store.find(it.entry)).toMatchObject({ erased: true, answers: {} });
  expect(await it.seatsTaken()).toEqual([0, 0]);
});

test('an entry that one owner releases while another erases it is a response, and is not erased', async () => {
  const { store, entry, deps, seatsTaken } = await releasedMeanwhile();
  expect(await eraseOnHold(deps, [entry])).toBe(0);
  const { onHold: _, ...released } = entry;
  expect(await store.find(entry)).toMatchObject(released);
  expect(await seatsTaken()).toEqual([1, 1]);
});

test.each<[string, Parameters<typeof releasedMeanwhile>[0]]>([
  ['released', undefined],
  ['revised and released', (store, entry) => store.update(revised(entry))],
])('an entry that is %s while it is adopted is a response, with one seat', async (_, before) => {
  const { store, entry, deps, seatsTaken } = await releasedMeanwhile(before);
  await adopt(deps, { from: entry.username, to: 'ada' });
  const copy = await store.find({ ...entry, username: 'ada' });
  const { answers } = before ? revised(entry) : entry;
  expect(copy).toMatchObject({ answers, seats: ['entries', 'author'] });
  expect(copy).not.toHaveProperty('onHold');
  expect(await store.find(entry)).toMatchObject({ erased: true });
  expect(await seatsTaken(copy)).toEqual([1, 1]);
  expect(await seatsTaken()).toEqual([1, 0]);
});

test('erasing an entry on hold once more erases what the first attempt left', async () => {
  const { entry, deps, store } = await releasedMeanwhile();
  const failing = { ...store, purge: () => Promise.reject(new Error('Lost.')) };
  await expect(eraseOnHold({ ...deps, store: failing }, [entry])).rejects.toThrow('Lost.');
  const purged: string[] = [];
  const again = { ...store, purge: async ({ id }: StoredEntry) => void purged.push(id) };
  expect(await eraseOnHold({ ...deps, store: again }, [entry])).toBe(0);
  expect(purged).toEqual([entry.id]);
});
