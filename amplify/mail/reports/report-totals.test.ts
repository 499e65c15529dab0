import { expect, test } from 'vitest';
import { adopt } from '#core/entries/adopt.ts';
import { eraseOnHold, releaseOnHold } from '#core/entries/decide-on-hold.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import { countStored } from '#core/summary/count-stored.ts';
import { sumOfCounts } from '#core/summary/counts.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { waterForm } from '#core/testing/water-form.ts';
import { totalsOfCounts } from './report-totals.ts';

const now = () => new Date('2026-01-01T12:00:00Z');
const form = waterForm;

function createEntries() {
  const store = createMemoryStore();
  const keys: StoredEntry[] = [];
  return {
    store,
    insert: async (more: Partial<StoredEntry> = {}) => {
      const entry = { ...anEntry(), form: form.id, username: `open#${keys.length}`, ...more };
      keys.push(entry);
      await store.insert(entry);
      return entry;
    },
    totals: async (authors: readonly string[] = []) => {
      const all = keys.flatMap((it) =>
        [it.username, ...authors].map((username) => store.find({ ...it, username })),
      );
      const found = (await Promise.all(all)).filter((it) => it !== undefined);
      const counts = sumOfCounts(found.map((it) => countStored(form, it)));
      const { received, withdrawn } = totalsOfCounts({ counts });
      return { received, withdrawn };
    },
  };
}

test('what came and what was withdrawn or erased are two sums', async () => {
  const { store, insert, totals } = createEntries();
  await insert();
  for (const permanent of [true, false]) {
    const key = await insert();
    const changeId = `018f3c2e-7b1a-7000-8000-00000000000${Number(permanent)}`;
    const change = { key, changeId, permanent };
    await withdraw({ store, now, digest: (text: string) => text }, change);
  }
  expect(await totals()).toEqual({ received: 3, withdrawn: 2 });
});

test('entries on hold have not come, nor when they are erased, but when they are released', async () => {
  const { store, insert, totals } = createEntries();
  const onHold = { onHold: ['form-rate'] } as const;
  const [spam, fine] = [await insert(onHold), await insert(onHold)];
  expect(await totals()).toEqual({ received: 0, withdrawn: 0 });
  await eraseOnHold({ store, now }, [spam]);
  await releaseOnHold({ store, now }, { form, keys: [fine] });
  expect(await totals()).toEqual({ received: 1, withdrawn: 0 });
});

test('an entry that its author adopts neither comes again nor is withdrawn', async () => {
  const { store, insert, totals } = createEntries();
  const { username } = await insert();
  await adopt({ store, now }, { from: username, to: 'ada' });
  expect(await totals(['ada'])).toEqual({ received: 1, withdrawn: 0 });
});
