import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EntryStore, StoredEntry } from '../entries/store/entry-store.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import { versionMistakes, type VersionStep } from '../testing/version-mistakes.ts';
import { currentVersion } from './current-version.ts';
import { mostVersions } from './entry-version.ts';

/** Requirements of every store: the earlier versions of entries. */
export function describeVersions(open: () => EntryStore): void {
  test('what a change replaces is kept beside the entry, in its order', async () => {
    const { store, entry } = await withEntry(open);
    const second = revised(entry, { correction });
    const third = revised(second);
    await store.update(second, undefined, currentVersion(entry));
    await store.update(third, undefined, currentVersion(second));
    expect(await versionsOf(store, entry, 3)).toEqual([
      { version: 1, at: entry.updatedAt, formVersion: 1, answers: entry.answers },
      { ...currentVersion(second), answers: second.answers, correction },
    ]);
    expect(await store.find(entry)).toEqual(third);
  });

  test('a change that came too late keeps nothing', async () => {
    const { store, entry } = await withEntry(open);
    await store.update(revised(entry));
    const late = await store.update(revised(entry), undefined, currentVersion(entry));
    expect(late).toMatchObject({ done: false });
    expect(await versionsOf(store, entry, 3)).toEqual([]);
  });

  test('only those among the wanted ones are found, and of no other entry', async () => {
    const { store, entry } = await withEntry(open);
    const other = { ...entry, id: randomUUID() };
    await store.insert(other);
    await store.update(revised(entry), undefined, currentVersion(entry));
    expect(await store.versionsOf(entry, [2, 3])).toEqual([]);
    expect(await store.versionsOf(entry, [])).toEqual([]);
    expect(await store.versionsOf(other, [1])).toEqual([]);
    expect(await store.versionsOf({ ...entry, username: randomUUID() }, [1])).toEqual([]);
  });

  test('so many changes later, the oldest version is overwritten', async () => {
    const { store, entry } = await withEntry(open);
    let last: StoredEntry = entry;
    for (let version = 2; version <= mostVersions + 3; version += 1) {
      const next = revised(last);
      await store.update(next, undefined, currentVersion(last));
      last = next;
    }
    const kept = await versionsOf(store, entry, mostVersions + 3);
    expect(kept.map((it) => it.version)).toEqual(
      Array.from({ length: mostVersions }, (_, i) => i + 3),
    );
  });

  test('an author, an owner and a reviewer at once lose no version', async () => {
    const devices = ['author', 'owner', 'reviewer'] as const;
    const kinds = ['act', 'again', 'pause', 'look', 'act'] as const;
    const steps = Array.from({ length: 24 }, (_, i): VersionStep => {
      return { device: devices[i % 3] ?? 'author', is: kinds[i % 5] ?? 'act' };
    });
    let writes = 0;
    const isLost = () => (writes += 1) % 4 === 0;
    const interleaving = { store: open(), turn: async () => undefined, isLost };
    expect(await versionMistakes(steps, interleaving)).toEqual([]);
  });

  test('an erased entry has no versions', async () => {
    const { store, entry } = await withEntry(open);
    const next = revised(entry);
    await store.update(next, undefined, currentVersion(entry));
    expect(await store.remainingOf(entry.username, 9)).toHaveLength(1);
    const gone = erased(next);
    await store.update(gone);
    for (let time = 0; time < 2; time += 1) await store.purge(gone);
    expect(await versionsOf(store, entry, 9)).toEqual([]);
    expect(await store.remainingOf(entry.username, 9)).toEqual([]);
  });

  test('a corrected entry that is withdrawn and restored is unchanged', async () => {
    const { store, entry } = await withEntry(open);
    const next = revised(entry, { correction });
    await store.update(next, undefined, currentVersion(entry));
    const answeredIn = { version: 2, at: next.updatedAt };
    const gone = withdrawn(next, { answeredIn, operations: [] });
    const back = restored(gone);
    for (const it of [gone, back]) {
      expect(await store.update(it)).toEqual({ done: true });
      await store.alignExpiry(entry);
    }
    expect(await store.find(entry)).toEqual(back);
    expect(await versionsOf(store, entry, 9)).toEqual([currentVersion(entry)]);
  });

  test('an adopted entry has the versions of the one it was copied from', async () => {
    const { store, entry } = await withEntry(open);
    const next = revised(entry);
    await store.update(next, undefined, currentVersion(entry));
    const copy = { ...next, username: randomUUID() };
    await store.insert(copy);
    for (let time = 0; time < 2; time += 1) await store.copyVersions(entry, copy);
    expect(await versionsOf(store, copy, 9)).toEqual([currentVersion(entry)]);
  });
}

const correction = { by: 'owner', email: 'owner@example.com', reason: 'Misspelt' };

async function withEntry(open: () => EntryStore) {
  const store = open();
  const entry = anEntry();
  await store.insert(entry);
  return { store, entry };
}

/** The kept ones of the first versions, in their order. */
async function versionsOf(store: EntryStore, entry: StoredEntry, upTo: number) {
  const found = await store.versionsOf(
    entry,
    Array.from({ length: upTo }, (_, i) => i + 1),
  );
  return found.toSorted((a, b) => a.version - b.version);
}
