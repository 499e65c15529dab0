import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, idAt } from '../../testing/sample-entries.ts';
import { describeArrivedFiles } from './arrived-files.contract.ts';
import { describeFileChecks } from './file-checks.contract.ts';
import { describeChanges } from './store-changes.contract.ts';
import { describeClosedAuthors } from './closed-authors.contract.ts';
import { describeOnHold } from './entries-on-hold.contract.ts';
import { describePages } from './store-pages.contract.ts';
import { describeResponses } from './store-responses.contract.ts';
import { describeSeats } from './counted-seats.contract.ts';
import { describeAssignments } from '../../assignments/assignments.contract.ts';
import { describeComments } from '../../comments/comments.contract.ts';
import { describeReviews } from '../../review/reviews.contract.ts';
import { describeVersions } from '../../versions/versions.contract.ts';
import type { EntryStore } from './entry-store.ts';

/** Requirements of every entry store. Each implementation's test runs them. */
export function describeStore(open: () => EntryStore): void {
  test('a new entry is stored unchanged', async () => {
    const store = open();
    const entry = anEntry();
    expect(await store.insert(entry)).toEqual({});
    expect(await store.find(entry)).toEqual(entry);
  });

  test('answers of every kind are returned unchanged', async () => {
    const store = open();
    const answers = {
      text: 'Zoë 🦄\n',
      number: -0.1,
      huge: Number.MAX_SAFE_INTEGER,
      yes: true,
      no: false,
      list: ['b', 'a'],
      location: { Latitude: 47.6174755835663, Longitude: -122.28837066650185 },
    };
    const entry = anEntry({ answers, derived: { Eta: '30 seconds', none: null } });
    await store.insert(entry);
    expect(await store.find(entry)).toEqual(entry);
  });

  test('a second entry with the same key is not stored, and the first is returned', async () => {
    const store = open();
    const first = anEntry({ answers: { name: 'Mickey' } });
    await store.insert(first);
    const second = { ...first, answers: { name: 'Minnie' } };
    expect(await store.insert(second)).toEqual({ existing: first });
    expect(await store.find(first)).toEqual(first);
  });

  test('of many concurrent inserts with one key exactly one is stored, and the others return it', async () => {
    const store = open();
    const key = anEntry();
    const racers = Array.from({ length: 20 }, (_, lane) => ({ ...key, answers: { lane } }));
    const outcomes = await Promise.all(racers.map((it) => store.insert(it)));
    expect(outcomes.filter((it) => !it.existing)).toHaveLength(1);
    const winner = await store.find(key);
    for (const { existing } of outcomes) if (existing) expect(existing).toEqual(winner);
  });

  test('the same id of another author or form is another entry', async () => {
    const store = open();
    const mine = anEntry();
    await store.insert(mine);
    for (const other of [
      { ...mine, username: 'another' },
      { ...mine, form: 'another' },
    ]) {
      expect(await store.find(other)).toBeUndefined();
      expect(await store.insert(other)).toEqual({});
      expect(await store.find(other)).toEqual(other);
    }
  });

  test('an unknown key finds nothing', async () => {
    expect(await open().find(anEntry())).toBeUndefined();
  });

  test('a list has the author’s own entries of one form, newest first', async () => {
    const store = open();
    const author = randomUUID();
    const mine = [1, 2, 3].map((time) => anEntry({ username: author, id: idAt(time) }));
    const others = [
      anEntry(),
      anEntry({ username: author, form: 'a' }),
      anEntry({ username: author, form: 'form-x' }),
    ];
    for (const entry of [...mine, ...others]) await store.insert(entry);
    const page = await store.list({ username: author, form: 'form', limit: 10 });
    expect(page.entries).toEqual(mine.toReversed());
  });

  test('an author without entries has an empty list', async () => {
    expect(await open().list({ username: randomUUID(), form: 'form', limit: 10 })).toEqual({
      entries: [],
    });
  });

  test.each([1, 2, 3, 7, 8])('pages of %i have every entry once, and end', async (limit) => {
    const store = open();
    const username = randomUUID();
    const ids = [1, 2, 3, 4, 5, 6, 7].map(idAt);
    for (const id of ids) await store.insert(anEntry({ username, id }));
    const seen: string[] = [];
    let before: string | undefined;
    for (let round = 0; round < 10; round += 1) {
      const page = await store.list({ username, form: 'form', limit, ...(before && { before }) });
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next;
      if (!before) break;
    }
    expect(before).toBeUndefined();
    expect(seen).toEqual(ids.toReversed());
  });

  test('a list can continue after an id that no entry has', async () => {
    const store = open();
    const username = randomUUID();
    for (const time of [1, 3]) await store.insert(anEntry({ username, id: idAt(time) }));
    const page = await store.list({ username, form: 'form', limit: 10, before: idAt(2) });
    expect(page.entries.map(({ id }) => id)).toEqual([idAt(1)]);
  });

  describePages(open);
  describeOnHold(open);
  describeChanges(open);
  describeArrivedFiles(open);
  describeFileChecks(open);
  describeClosedAuthors(open);
  describeResponses(open);
  describeSeats(open);
  describeReviews(open);
  describeComments(open);
  describeAssignments(open);
  describeVersions(open);
}
