import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, withdrawn } from '../../testing/sample-entries.ts';
import type { EntryStore } from './entry-store.ts';

/** Requirements of every store: closing an author. */
export function describeClosedAuthors(open: () => EntryStore): void {
  test('a closed author cannot insert entries, and closing again returns the first time', async () => {
    const store = open();
    const before = anEntry();
    const { username } = before;
    await store.insert(before);
    expect(await store.closeAuthor(username, '2026-01-01T12:00:00.000Z')).toBe(
      '2026-01-01T12:00:00.000Z',
    );
    expect(await store.closeAuthor(username, '2026-01-02T00:00:00.000Z')).toBe(
      '2026-01-01T12:00:00.000Z',
    );
    const late = anEntry({ username });
    expect(await store.insert(late)).toEqual({ isClosed: true });
    expect(await store.insert(before)).toEqual({ isClosed: true });
    expect(await store.find(late)).toBeUndefined();
    const another = anEntry();
    expect(await store.insert(another)).toEqual({});
  });

  test('remainingOf returns the entries of an author, of any form, until they are erased', async () => {
    const store = open();
    const username = randomUUID();
    const live = anEntry({ username });
    const other = anEntry({ username, form: 'another' });
    const away = anEntry({ username, form: 'away' });
    for (const it of [live, other, away, anEntry()]) await store.insert(it);
    await store.update(withdrawn(away));
    const named = async (limit = 10) =>
      (await store.remainingOf(username, limit)).map(({ form }) => form).toSorted();
    expect(await named()).toEqual(['another', 'away', 'form']);
    expect(await named(2)).toHaveLength(2);
    for (const it of [live, other]) {
      await store.update(erased(it));
      await store.purge(erased(it));
    }
    expect(await named()).toEqual(['away']);
    const gone = erased(withdrawn(away));
    await store.update(gone);
    await store.purge(gone);
    expect(await named()).toEqual([]);
  });

  test('entries beyond the limit are found by later calls', async () => {
    const store = open();
    const username = randomUUID();
    const many = Array.from({ length: 12 }, (_, n) => anEntry({ username, form: `form-${n}` }));
    await Promise.all(many.map((it) => store.insert(it)));
    const seen = new Set<string>();
    for (let looks = 0; looks < 3; looks += 1)
      for (const key of await store.remainingOf(username, 5)) {
        seen.add(key.form);
        const entry = await store.find(key);
        if (!entry) continue;
        await store.update(erased(entry));
        await store.purge(erased(entry));
      }
    expect(seen.size).toBe(12);
    expect(await store.remainingOf(username, 5)).toEqual([]);
  });
}
