import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EntryStore, StoredEntry } from '../entries/store/entry-store.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import { mostComments, type Comment } from './comment.ts';

/** Requirements of every store: the comments on entries. */
export function describeComments(open: () => EntryStore): void {
  test('a comment is stored beside its entry, which has one more and no new version', async () => {
    const { store, entry } = await withEntry(open);
    const comment = aComment();
    expect(await store.addComment(entry, comment)).toEqual({ stored: comment, isNew: true });
    expect(await store.commentsOf(entry)).toEqual([comment]);
    expect(await store.find(entry)).toEqual({ ...entry, commentCount: 1 });
    const { entries } = await store.responses({ form: entry.form, limit: 9 });
    expect(entries).toEqual([{ ...entry, commentCount: 1 }]);
  });

  test('a comment that comes again is stored once, whatever comes with it', async () => {
    const { store, entry } = await withEntry(open);
    const comment = aComment();
    await store.addComment(entry, comment);
    for (const again of [comment, { ...comment, text: 'Other' }])
      expect(await store.addComment(entry, again)).toEqual({ stored: comment, isNew: false });
    expect(await store.commentsOf(entry)).toEqual([comment]);
    expect(await store.find(entry)).toMatchObject({ commentCount: 1 });
  });

  test('of comments at the same time none is lost', async () => {
    const { store, entry } = await withEntry(open);
    const all = Array.from({ length: 8 }, (_, i) => aComment({ text: String(i) }));
    await Promise.all(all.map((it) => store.addComment(entry, it)));
    const texts = (await store.commentsOf(entry)).map(({ text = '' }) => text);
    expect(texts.toSorted()).toEqual(all.map(({ text }) => text));
    expect(await store.find(entry)).toMatchObject({ commentCount: 8 });
  });

  test('comments are in the order in which they were written', async () => {
    const { store, entry } = await withEntry(open);
    for (const day of ['03', '01', '02'])
      await store.addComment(entry, aComment({ text: day, at: `2026-01-${day}T00:00:00.000Z` }));
    const texts = (await store.commentsOf(entry)).map(({ text }) => text);
    expect(texts).toEqual(['01', '02', '03']);
  });

  test('a change of the author leaves the comments that were stored meanwhile', async () => {
    const { store, entry } = await withEntry(open);
    await store.addComment(entry, aComment());
    expect(await store.update(revised(entry))).toEqual({ done: true });
    expect(await store.find(entry)).toMatchObject({ version: 2, commentCount: 1 });
  });

  test('the text of a comment that is taken back is gone, and who did it stays', async () => {
    const { store, entry } = await withEntry(open);
    const [first, second] = [aComment(), aComment({ at: '2026-01-03T00:00:00.000Z' })];
    for (const it of [first, second]) await store.addComment(entry, it);
    const takenBack = { by: 'owner', email: 'olga@example.com', at: '2026-01-04T00:00:00.000Z' };
    const { text: _, ...rest } = first;
    const stored = { ...rest, takenBack };
    expect(await store.takeBackComment(entry, first, takenBack)).toEqual(stored);
    const again = { ...takenBack, by: 'somebody else' };
    expect(await store.takeBackComment(entry, first, again)).toEqual(stored);
    expect(await store.addComment(entry, first)).toEqual({ stored, isNew: false });
    expect(await store.commentsOf(entry)).toEqual([stored, second]);
    expect(await store.findComment(entry, first.id)).toEqual(stored);
    expect(await store.find(entry)).toMatchObject({ commentCount: 1 });
  });

  test('a comment that does not exist cannot be taken back', async () => {
    const { store, entry } = await withEntry(open);
    const takenBack = { by: 'owner', at: '2026-01-04T00:00:00.000Z' };
    expect(await store.takeBackComment(entry, aComment(), takenBack)).toBeUndefined();
    expect(await store.findComment(entry, randomUUID())).toBeUndefined();
    expect(await store.commentsOf(entry)).toEqual([]);
  });

  test('an entry has room for so many comments, and for one more once one was taken back', async () => {
    const { store, entry } = await withEntry(open, { commentCount: mostComments - 1 });
    const [first, more] = [aComment(), aComment()];
    expect(await store.addComment(entry, first)).toMatchObject({ isNew: true });
    expect(await store.addComment(entry, more)).toBe('full');
    expect(await store.addComment(entry, first)).toEqual({ stored: first, isNew: false });
    await store.takeBackComment(entry, first, { by: 'owner', at: first.at });
    expect(await store.addComment(entry, more)).toMatchObject({ isNew: true });
  });

  test('a withdrawn entry takes no comment, and keeps those it has until it is restored', async () => {
    const { store, entry } = await withEntry(open);
    const comment = aComment();
    await store.addComment(entry, comment);
    const gone = withdrawn(entry);
    await store.update(gone);
    expect(await store.addComment(entry, aComment())).toBeUndefined();
    expect(await store.addComment(entry, comment)).toEqual({ stored: comment, isNew: false });
    await store.update(restored(gone));
    expect(await store.find(entry)).toMatchObject({ commentCount: 1 });
    expect(await store.commentsOf(entry)).toEqual([comment]);
  });

  test('an erased entry has no comment, takes none, and none can be taken back', async () => {
    const { store, entry } = await withEntry(open);
    const comment = aComment();
    await store.addComment(entry, comment);
    const gone = erased(entry);
    await store.update(gone);
    for (let time = 0; time < 2; time += 1) await store.purge(gone);
    expect(await store.commentsOf(entry)).toEqual([]);
    expect(await store.find(entry)).not.toHaveProperty('commentCount');
    expect(await store.addComment(entry, aComment())).toBeUndefined();
    const takenBack = { by: 'owner', at: comment.at };
    expect(await store.takeBackComment(entry, comment, takenBack)).toBeUndefined();
    expect(await store.find(entry)).not.toHaveProperty('commentCount');
    expect(await store.remainingOf(entry.username, 10)).toEqual([]);
  });

  test('an adopted entry has the comments on the one it was copied from, and none that was taken back', async () => {
    const { store, entry } = await withEntry(open);
    const [first, second] = [aComment(), aComment({ at: '2026-01-03T00:00:00.000Z' })];
    for (const it of [first, second]) await store.addComment(entry, it);
    const found = await store.find(entry);
    const copy = { ...entry, ...found, username: randomUUID() };
    await store.insert(copy);
    await store.copyComments(entry, copy);
    await store.takeBackComment(entry, first, { by: 'owner', at: first.at });
    for (let time = 0; time < 2; time += 1) await store.copyComments(entry, copy);
    expect(await store.commentsOf(copy)).toEqual([
      expect.not.objectContaining({ text: first.text }),
      second,
    ]);
    expect(await store.find(copy)).toMatchObject({ commentCount: 1 });
  });
}

function aComment(changes: Partial<Comment> = {}): Comment {
  return {
    id: randomUUID(),
    version: 1,
    text: 'She called.',
    by: 'reviewer',
    at: '2026-01-02T00:00:00.000Z',
    ...changes,
  };
}

async function withEntry(open: () => EntryStore, more: Partial<StoredEntry> = {}) {
  const store = open();
  const entry = { ...anEntry({ form: randomUUID() }), ...more };
  await store.insert(entry);
  return { store, entry };
}
