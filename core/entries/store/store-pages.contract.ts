import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, idAt, restored, withdrawn } from '../../testing/sample-entries.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

const longAgo = '2020-01-01';
/** The state of each of a person's entries, oldest first. */
type Outcome = 'live' | 'withdrawn' | 'restored' | 'erased';
const some = (count: number, outcome: Outcome): Outcome[] =>
  Array.from({ length: count }, () => outcome);

/** Requirements of every store: full pages, even if most entries are skipped. */
export function describePages(open: () => EntryStore): void {
  test.each<[string, Outcome[]]>([
    ['a withdrawn one after many live ones', ['withdrawn', ...some(31, 'live')]],
    ['a live one after many withdrawn ones', ['live', ...some(31, 'withdrawn')]],
    ['one of each after many erased ones', ['live', 'withdrawn', ...some(31, 'erased')]],
    ['exactly one full page', some(25, 'live')],
    ['exactly one full page of withdrawn ones', [...some(30, 'live'), ...some(25, 'withdrawn')]],
    [
      'restored ones among the others',
      [...some(20, 'restored'), ...some(20, 'withdrawn'), ...some(20, 'live')],
    ],
  ])('every page but the last is full: %s', async (_, outcomes) => {
    const store = open();
    const username = randomUUID();
    const entries = await storeEntries(store, username, outcomes);
    for (const limit of [1, 7, 25])
      for (const isWithdrawn of [false, true]) {
        const wanted = entries.filter(
          (it) => !it.erased && (it.deletedAt !== undefined) === isWithdrawn,
        );
        const pages = await everyPage(store, { username, limit, isWithdrawn });
        expect(pages.flat().map(({ id }) => id)).toEqual(wanted.map(({ id }) => id).toReversed());
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
        expect(pages.at(-1)?.length === 0).toBe(wanted.length === 0);
      }
  });
}

async function storeEntries(store: EntryStore, username: string, outcomes: readonly Outcome[]) {
  const entries: StoredEntry[] = [];
  for (const [time, outcome] of outcomes.entries()) {
    const entry = anEntry({ username, id: idAt(time + 1) });
    await store.insert(entry);
    const steps = {
      live: [],
      withdrawn: [withdrawn],
      restored: [withdrawn, restored],
      erased: [erased],
    };
    let now: StoredEntry = entry;
    for (const step of steps[outcome]) {
      now = step(now);
      await store.update(now);
    }
    entries.push(now);
  }
  return entries;
}

type PagesRequest = {
  readonly username: string;
  readonly limit: number;
  readonly isWithdrawn: boolean;
};

async function everyPage(store: EntryStore, { username, limit, isWithdrawn }: PagesRequest) {
  const pages: (readonly StoredEntry[])[] = [];
  let before: string | undefined;
  for (let round = 0; round < 100; round += 1) {
    const page = await store.list({
      username,
      form: 'form',
      limit,
      ...(before !== undefined && { before }),
      ...(isWithdrawn && { withdrawnAfter: longAgo }),
    });
    pages.push(page.entries);
    before = page.next;
    if (before === undefined) return pages;
  }
  return expect.fail('the pages do not end');
}
