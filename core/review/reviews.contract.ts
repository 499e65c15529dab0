import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import { reviewMistakes, type Step } from '../testing/review-mistakes.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import type { Review } from './review.ts';

/** Requirements of every store: the reviews of entries. */
export function describeReviews(open: () => EntryStore): void {
  test('a review is stored beside its entry, whose version stays', async () => {
    const { store, entry } = await withEntry(open);
    const review = aReview({ note: 'The year is missing.' });
    expect(await store.addReview(entry, review)).toEqual({
      stored: { ...review, number: 1 },
      isNew: true,
    });
    expect(await store.reviewsOf(entry)).toEqual([{ ...review, number: 1 }]);
    const { id, state, at } = review;
    expect(await store.find(entry)).toEqual({
      ...entry,
      review: { id, state, at, version: 1, hasNote: true },
      reviewCount: 1,
    });
    const { entries } = await store.responses({ form: entry.form, limit: 9 });
    expect(entries).toEqual([await store.find(entry)]);
    expect(JSON.stringify(entries)).not.toMatch(/missing|reviewer/);
  });

  test('the same id is stored once, whatever comes with it', async () => {
    const { store, entry } = await withEntry(open);
    const review = aReview();
    await store.addReview(entry, review);
    const stored = { ...review, number: 1 };
    for (const again of [review, { ...review, state: 'rejected' as const }])
      expect(await store.addReview(entry, again)).toEqual({ stored, isNew: false });
    expect(await store.reviewsOf(entry)).toEqual([stored]);
  });

  test('of reviews at the same time none is lost, and the last one counts', async () => {
    const { store, entry } = await withEntry(open);
    const all = Array.from({ length: 8 }, () => aReview());
    await Promise.all(all.map((it) => store.addReview(entry, it)));
    const stored = await store.reviewsOf(entry);
    expect(stored.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    expect(stored.map((it) => it.number)).toEqual(all.map((_, i) => i + 1));
    expect((await store.find(entry))?.review?.id).toBe(stored.at(-1)?.id);
  });

  test('a review of an older version is kept, but does not count', async () => {
    const { store, entry } = await withEntry(open);
    await store.update(revised(entry));
    const [newer, older] = [aReview({ version: 2 }), aReview({ version: 1 })];
    for (const it of [newer, older]) await store.addReview(entry, it);
    expect((await store.find(entry))?.review?.id).toBe(newer.id);
    expect(await store.reviewsOf(entry)).toHaveLength(2);
  });

  test('a change of the author leaves the review that was stored meanwhile', async () => {
    const { store, entry } = await withEntry(open);
    const review = aReview();
    await store.addReview(entry, review);
    expect(await store.update(revised(entry))).toEqual({ done: true });
    expect(await store.find(entry)).toMatchObject({
      version: 2,
      review: { id: review.id },
      reviewCount: 1,
    });
  });

  test('two reviewers and the author at once lose no review and no answer', async () => {
    const devices = ['first', 'author', 'second'] as const;
    const steps = Array.from({ length: 36 }, (_, i): Step => {
      const device = devices[i % 3] ?? 'author';
      return { device, is: i % 9 < 3 ? 'look' : i % 7 === 0 ? 'send' : 'act' };
    });
    let writes = 0;
    const isLost = () => (writes += 1) % 4 === 0;
    expect(
      await reviewMistakes(steps, { store: open(), turn: async () => undefined, isLost }),
    ).toEqual([]);
  });

  test('a withdrawn entry takes no review, and keeps those it has until it is restored', async () => {
    const { store, entry } = await withEntry(open);
    const review = aReview();
    await store.addReview(entry, review);
    const gone = withdrawn(entry);
    await store.update(gone);
    expect(await store.addReview(entry, aReview())).toBeUndefined();
    expect(await store.addReview(entry, review)).toMatchObject({ isNew: false });
    await store.update(restored(gone));
    expect((await store.find(entry))?.review?.id).toBe(review.id);
    expect(await store.reviewsOf(entry)).toEqual([{ ...review, number: 1 }]);
  });

  test('an erased entry has no review, and takes none', async () => {
    const { store, entry } = await withEntry(open);
    await store.addReview(entry, aReview({ note: 'Secret' }));
    const gone = erased(entry);
    await store.update(gone);
    for (let time = 0; time < 2; time += 1) await store.purge(gone);
    expect(await store.reviewsOf(entry)).toEqual([]);
    expect(await store.find(entry)).not.toHaveProperty('review');
    expect(await store.addReview(entry, aReview())).toBeUndefined();
    expect(await store.remainingOf(entry.username, 10)).toEqual([]);
  });

  test('there are no reviews of an entry that does not exist', async () => {
    const store = open();
    expect(await store.addReview(anEntry(), aReview())).toBeUndefined();
    expect(await store.reviewsOf(anEntry())).toEqual([]);
  });

  test('the notes of reviews are read together', async () => {
    const { store, entry } = await withEntry(open);
    const other = anEntry();
    await store.insert(other);
    const [first, second] = [aReview({ note: 'First' }), aReview()];
    await store.addReview(entry, first);
    await store.addReview(other, second);
    const reviewed = [
      { key: entry, review: first.id },
      { key: other, review: second.id },
    ];
    expect(await store.reviewNotes(reviewed)).toEqual(new Map([[first.id, 'First']]));
    expect(await store.reviewNotes([])).toEqual(new Map());
  });

  test('an adopted entry has the reviews of the one it was copied from', async () => {
    const { store, entry } = await withEntry(open);
    const [first, second] = [aReview({ note: 'First' }), aReview()];
    await store.addReview(entry, first);
    const found = await store.find(entry);
    const copy = { ...entry, ...found, username: randomUUID() };
    await store.insert(copy);
    await store.addReview(entry, second);
    for (let time = 0; time < 2; time += 1) await store.copyReviews(entry, copy);
    expect(await store.reviewsOf(copy)).toEqual([
      { ...first, number: 1 },
      { ...second, number: 2 },
    ]);
    expect(await store.find(copy)).toMatchObject({ review: { id: second.id }, reviewCount: 2 });
  });
}

function aReview(changes: Partial<Review> = {}): Review {
  return {
    id: randomUUID(),
    version: 1,
    state: 'sent-back',
    by: 'reviewer',
    at: '2026-01-02T00:00:00.000Z',
    ...changes,
  };
}

async function withEntry(open: () => EntryStore) {
  const store = open();
  const entry = anEntry({ form: randomUUID() });
  await store.insert(entry);
  return { store, entry };
}
