import { expect, test } from 'vitest';
import { adopt } from '#core/entries/adopt.ts';
import { correct } from '#core/entries/correct.ts';
import { eraseOnHold } from '#core/entries/decide-on-hold.ts';
import { eraseAll } from '#core/entries/erase-all.ts';
import { restorableUntil } from '#core/entries/restore-period.ts';
import { restore } from '#core/entries/restore.ts';
import { revise } from '#core/entries/revise.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import type { Entry } from '#core/form/entry.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createDynamoStore } from './dynamo-store.ts';
import type { Item, ItemKey } from './dynamo-table.ts';

const at = '2026-01-02T00:00:00.000Z';
const idOf = (n: number) => `018f3c2e-7b1a-7000-9000-${String(n).padStart(12, '0')}`;

/** An entry with three versions, each of which says that it is secret, and so do the reason for the last, a comment, and whom it is assigned to. */
async function withVersions(more: Partial<StoredEntry> = {}) {
  const table = createMemoryTable();
  const store = createDynamoStore(table);
  const deps = {
    store,
    now: () => new Date(at),
    digest: (text: string) => text.replace(/.*/s, '#'),
  };
  const entry: Entry = {
    ...anEntry({ form: feedbackForm.id, answers: { comment: 'secret 1' } }),
    ...more,
  };
  await store.insert(entry);
  const sent = { form: feedbackForm, formVersion: 1, key: entry };
  await revise(deps, { ...sent, changeId: idOf(1), ifVersion: 1, body: { comment: 'secret 2' } });
  if (more.onHold)
    await revise(deps, { ...sent, changeId: idOf(2), ifVersion: 2, body: { comment: 'secret 3' } });
  else
    await correct(deps, {
      ...sent,
      changeId: idOf(2),
      ifVersion: 2,
      body: { comment: 'secret 3' },
      correction: { by: 'owner', reason: 'a secret reason' },
    });
  // Nobody comments on what is on hold.
  if (!more.onHold) {
    await store.addComment(entry, { id: idOf(9), version: 3, text: 'a secret', by: 'olga', at });
    await store.addAssignment(entry, { id: idOf(8), to: 'member@example.com', by: 'olga', at });
  }
  return {
    store,
    deps,
    entry,
    target: (n: number) => ({ key: entry, changeId: idOf(n) }),
    items: async () => {
      const all: Item[] = [];
      let last: ItemKey | undefined;
      do {
        const page = await table.scan(last);
        all.push(...page.items);
        last = page.last as ItemKey | undefined;
      } while (last);
      return all;
    },
  };
}

const secretIn = (items: readonly Item[]) =>
  items.filter((it) => JSON.stringify(it).includes('secret'));
const saidIn = (items: readonly Item[]) =>
  items.filter(({ sk }) => /^(comment|assignment)#/.test(String(sk)));
const versionsIn = (items: readonly Item[]) =>
  items.filter(({ sk }) => String(sk).startsWith('version#'));

test('the versions of an entry, the comments on it and its assignments are items of its author’s partition', async () => {
  const { items } = await withVersions();
  const all = await items();
  expect(versionsIn(all)).toHaveLength(2);
  expect(saidIn(all)).toHaveLength(2);
  expect(secretIn(all)).toHaveLength(4);
});

type Erased = Awaited<ReturnType<typeof withVersions>>;

test.each<[string, Partial<StoredEntry>, (it: Erased) => Promise<unknown>]>([
  [
    'its author erases it',
    {},
    ({ deps, target }) => withdraw(deps, { ...target(3), permanent: true }),
  ],
  [
    'its author erases it after withdrawing it',
    {},
    async ({ deps, target }) => {
      await withdraw(deps, { ...target(3), permanent: false });
      await withdraw(deps, { ...target(4), permanent: true });
    },
  ],
  ['its author erases everything', {}, ({ deps, entry }) => eraseAll(deps, entry.username)],
  [
    'its author erases everything after withdrawing it',
    {},
    async ({ deps, entry, target }) => {
      await withdraw(deps, { ...target(3), permanent: false });
      await eraseAll(deps, entry.username);
    },
  ],
  [
    'owners erase it while it is on hold',
    { onHold: ['too-fast'] },
    ({ deps, entry }) => eraseOnHold(deps, [entry]),
  ],
])('no version, no comment and no assignment is left once %s', async (_, more, erase) => {
  const it = await withVersions(more);
  await erase(it);
  const all = await it.items();
  expect(secretIn(all)).toEqual([]);
  for (const item of [...versionsIn(all), ...saidIn(all)])
    expect(Object.keys(item).toSorted()).toEqual(['expiresAt', 'pk', 'sk']);
});

test('an adopted entry takes its versions and comments along, and leaves none behind', async () => {
  const { deps, store, entry, items } = await withVersions();
  await adopt(deps, { from: entry.username, to: 'ada' });
  const all = secretIn(await items());
  expect(new Set(all.map(({ pk }) => pk))).toEqual(new Set(['user#ada']));
  const copy = { ...entry, username: 'ada' };
  expect(await store.versionsOf(copy, [1, 2])).toHaveLength(2);
  expect(await store.commentsOf(copy)).toMatchObject([{ text: 'a secret' }]);
  expect(await store.find(copy)).toMatchObject({ assignedTo: 'member@example.com' });
});

test('an entry that is adopted while it is withdrawn has versions and comments that expire with it', async () => {
  const { deps, entry, items, target } = await withVersions();
  await withdraw(deps, { ...target(3), permanent: false });
  await adopt(deps, { from: entry.username, to: 'ada' });
  const expiresAt = restorableUntil(at).getTime() / 1000;
  const all = await items();
  const copies = saidIn(all).filter(({ pk }) => pk === 'user#ada');
  expect(copies).toHaveLength(2);
  for (const item of [...secretIn(all), ...copies]) expect(item).toMatchObject({ expiresAt });
});

test('versions and comments expire with the answers of a withdrawn entry, and stay if that is restored', async () => {
  const { deps, store, entry, items, target } = await withVersions();
  const expiresAt = restorableUntil(at).getTime() / 1000;
  // A retry does what the first attempt may not have done.
  for (let time = 0; time < 2; time += 1) {
    await withdraw(deps, { ...target(3), permanent: false });
    const secrets = secretIn(await items());
    expect(secrets).toHaveLength(4);
    for (const item of [...secrets, ...saidIn(await items())])
      expect(item).toMatchObject({ expiresAt });
  }
  await restore(deps, { ...target(4), form: {} });
  const all = await items();
  for (const item of [...versionsIn(all), ...saidIn(all)])
    expect(item).not.toHaveProperty('expiresAt');
  expect(await store.versionsOf(entry, [1, 2])).toHaveLength(2);
  expect(await store.find(entry)).toMatchObject({
    version: 5,
    answeredIn: { version: 3 },
    correction: { reason: 'a secret reason' },
  });
});
