import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEntry, erased, idAt, restored, withdrawn } from './sample-entries.contract.ts';
import type { EntryStore, StoredEntry } from './store.ts';

const longAgo = '2020-01-01';
/** What may have become of each of a person's entries, the oldest first. */
type Fate = 'stands' | 'withdrawn' | 'restored' | 'erased';
const some = (count: number, fate: Fate): Fate[] => Array.from({ length: count }, () => fate);

/** What every store must do where much of what it looks at is not what is asked for. */
export function describePages(open: () => EntryStore): void {
  test.each<[string, Fate[]]>([
    ['one that was withdrawn, behind many that stand', ['withdrawn', ...some(31, 'stands')]],
    ['one that stands, behind many that were withdrawn', ['stands', ...some(31, 'withdrawn')]],
    ['one of each, behind many that were erased', ['stands', 'withdrawn', ...some(31, 'erased')]],
    ['as many as fit onto a page', some(25, 'stands')],
    [
      'as many withdrawn as fit onto a page, and then none',
      [...some(30, 'stands'), ...some(25, 'withdrawn')],
    ],
    [
      'some that were restored among the others',
      [...some(20, 'restored'), ...some(20, 'withdrawn'), ...some(20, 'stands')],
    ],
  ])('every page is full but the last: %s', async (_, fates) => {
    const store = open();
    const username = randomUUID();
    const entries = await live(store, username, fates);
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

async function live(store: EntryStore, username: string, fates: readonly Fate[]) {
  const entries: StoredEntry[] = [];
  for (const [time, fate] of fates.entries()) {
    const entry = anEntry({ username, id: idAt(time + 1) });
    await store.insert(entry);
    const steps = {
      stands: [],
      withdrawn: [withdrawn],
      restored: [withdrawn, restored],
      erased: [erased],
    };
    let now: StoredEntry = entry;
    for (const step of steps[fate]) {
      now = step(now);
      await store.update(now);
    }
    entries.push(now);
  }
  return entries;
}

type Asked = { readonly username: string; readonly limit: number; readonly isWithdrawn: boolean };

async function everyPage(store: EntryStore, { username, limit, isWithdrawn }: Asked) {
  const pages: (readonly StoredEntry[])[] = [];
  let before: string | undefined;
  for (let turns = 0; turns < 100; turns += 1) {
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
