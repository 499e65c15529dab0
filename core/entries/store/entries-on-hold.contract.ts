import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, restored, revised, withdrawn } from '../../testing/sample-entries.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

/** Requirements of every store: entries on hold. */
export function describeOnHold(open: () => EntryStore): void {
  test('an entry on hold is no response, but its author finds it like any other', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    expect(await responses()).toEqual({ normal: [other], onHold: [entry] });
    expect(await store.find(entry)).toEqual(entry);
    const { username, form } = entry;
    expect((await store.list({ username, form, limit: 9 })).entries).toEqual([entry]);
  });

  test('a released entry is a response where its time is, once, with the same version', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    expect(await store.release(entry)).toBe(true);
    const { onHold: _, ...released } = entry;
    expect(await responses()).toEqual({ normal: [other, released], onHold: [] });
    expect(await store.release(entry)).toBe(false);
    expect(await store.release(other)).toBe(false);
    expect(await store.release(anEntry())).toBe(false);
    expect(await responses()).toEqual({ normal: [other, released], onHold: [] });
  });

  test('an entry on hold stays on hold when its author changes, withdraws and restores it', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    const changed = revised(entry);
    expect(await store.update(changed)).toEqual({ done: true });
    expect(await responses()).toEqual({ normal: [other], onHold: [changed] });
    const gone = withdrawn(changed);
    await store.update(gone);
    expect(await responses()).toEqual({ normal: [other], onHold: [] });
    const back = restored(gone);
    await store.update(back);
    expect(await responses()).toEqual({ normal: [other], onHold: [back] });
  });

  test('an entry that is released while it is withdrawn is a response once it is restored', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    await store.update(withdrawn(entry));
    expect(await store.release(entry)).toBe(true);
    expect(await responses()).toEqual({ normal: [other], onHold: [] });
    const { onHold: _, ...back } = restored(withdrawn(entry));
    await store.update(back);
    expect(await responses()).toEqual({ normal: [other, back], onHold: [] });
  });

  test('a change that was read before the release does not undo it', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    await store.release(entry);
    const { onHold: _, ...released } = entry;
    expect(await store.update(revised(entry))).toEqual({ done: false, current: released });
    expect(await store.update(revised(released))).toEqual({ done: true });
    expect(await responses()).toEqual({ normal: [other, revised(released)], onHold: [] });
  });

  test('an erased entry is not on hold any more', async () => {
    for (const isSaid of [true, false]) {
      const { store, entry, other, responses } = await withOneOnHold(open);
      const { onHold, ...gone } = erased(entry);
      expect(await store.update({ ...gone, ...(isSaid && { onHold }) })).toEqual({ done: true });
      expect(await responses()).toEqual({ normal: [other], onHold: [] });
      expect(await store.find(entry)).not.toHaveProperty('onHold');
      expect(await store.release(entry)).toBe(false);
    }
  });

  test('an erasure that was read before the release does not erase the response', async () => {
    const { store, entry, other, responses } = await withOneOnHold(open);
    await store.release(entry);
    const { onHold: _, ...released } = entry;
    expect(await store.update(erased(entry))).toEqual({ done: false, current: released });
    expect(await responses()).toEqual({ normal: [other, released], onHold: [] });
  });

  test('of many releases at once exactly one is done', async () => {
    const { store, entry } = await withOneOnHold(open);
    const released = await Promise.all(Array.from({ length: 10 }, () => store.release(entry)));
    expect(released.filter(Boolean)).toHaveLength(1);
  });
}

async function withOneOnHold(open: () => EntryStore) {
  const store = open();
  const form = randomUUID();
  const entry: StoredEntry = { ...anEntry({ form }), onHold: ['device-rate', 'range-rate'] };
  const other = anEntry({ form, createdAt: '2026-01-01T01:00:00.000Z' });
  for (const it of [entry, other]) await store.insert(it);
  const read = async (areOnHold: boolean) =>
    (await store.responses({ form, limit: 9, areOnHold })).entries;
  const responses = async () => ({ normal: await read(false), onHold: await read(true) });
  return { store, entry, other, responses };
}
