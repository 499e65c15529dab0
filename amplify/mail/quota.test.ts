import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store.ts';
import { createMemoryTable } from '../entries/memory-table.ts';
import type { Table } from '../entries/table.ts';
import { mailsAnHour } from './quota.ts';
import { aProvider, aRecord, aWorld, anEntry } from './test-world.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const entries = (count: number) => numbers(count).map((it) => anEntry(it));

/** Batches of ten, as the mapping makes them. */
function batchesOf(sent: readonly StoredEntry[]) {
  const records = sent.map((entry, index) => aRecord(entry, index + 1));
  return numbers(Math.ceil(records.length / 10)).map((it) => records.slice(it * 10 - 10, it * 10));
}

test('one person is written to so many times an hour, and what is more is told without a word of it', async () => {
  const { provider, sent } = aProvider();
  const { receive, lines, marker } = aWorld({ provider });
  const many = entries(mailsAnHour + 30);
  for (const batch of batchesOf(many)) expect(await receive(batch)).toEqual([]);
  expect(sent).toHaveLength(mailsAnHour);
  const withheld = lines.filter((it) => it.includes('"outcome":"withheld"'));
  expect(withheld).toHaveLength(30);
  expect(JSON.parse(withheld[0] ?? '')).toMatchObject({ form: 'pwausers', MailsWithheld: 1 });
  expect(lines.join()).not.toMatch(/ada|mickey|@|Mouse/i);
  expect(await marker(many.at(-1) ?? anEntry(1))).toMatchObject({ state: 'withheld' });
});

test('another person, and the same one in another hour, are written to', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider });
  for (const batch of batchesOf(entries(mailsAnHour + 5))) await receive(batch);
  const bobs = { ...anEntry(100), username: 'bob' };
  const later = { ...anEntry(101), createdAt: '2026-01-01T01:00:00.000Z' };
  await receive([aRecord(bobs, 100), aRecord(later, 101)]);
  expect(sent.slice(mailsAnHour).map(({ mail }) => mail.to)).toEqual([
    'mickey100@example.com',
    'mickey101@example.com',
  ]);
});

test('batches that come again, in any order, send the same mails and no others', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider });
  const batches = batchesOf(entries(mailsAnHour + 20));
  for (const batch of [...batches, ...batches.toReversed(), ...batches]) await receive(batch);
  expect(sent.map(({ mail }) => mail.to)).toEqual(
    numbers(mailsAnHour).map((it) => `mickey${it}@example.com`),
  );
});

test('a place is kept by who has it, whatever breaks: a mail that had one is sent in the end', async () => {
  const { provider, sent } = aProvider(...Array.from({ length: 400 }, () => down));
  const table = createMemoryTable();
  const before = aWorld({ provider, table });
  const batches = batchesOf(entries(mailsAnHour + 20));
  for (const batch of batches) await before.receive(batch);
  const tried = new Set(sent.map(({ mail }) => mail.to));
  expect(tried.size).toBe(mailsAnHour);
  const mended = aProvider();
  const after = aWorld({ provider: mended.provider, table });
  for (const batch of batches.toReversed()) expect(await after.receive(batch)).toEqual([]);
  expect(new Set(mended.sent.map(({ mail }) => mail.to))).toEqual(tried);
});

const down = { is: 'later', code: 'http_500' } as const;

test('asked by many at once, and again, each entry hears one answer, and so many hear yes', async () => {
  const { quota } = aWorld({ provider: aProvider().provider, table: slow(createMemoryTable()) });
  const asked = [...entries(mailsAnHour + 15), ...entries(mailsAnHour + 15)];
  const answers = new Map<string, Set<boolean>>();
  await Promise.all(
    asked.map(async (entry) => {
      const answer = await quota.allows({ kind: 'confirmation' }, entry);
      answers.set(entry.id, (answers.get(entry.id) ?? new Set()).add(answer));
    }),
  );
  expect([...answers.values()].every((it) => it.size === 1)).toBe(true);
  expect([...answers.values()].filter((it) => it.has(true))).toHaveLength(mailsAnHour);
});

/** A table whose answers overtake one another. */
function slow(table: Table): Table {
  let turn = 0;
  const rest = async () => {
    turn += 1;
    for (let count = 0; count < (turn * 7) % 5; count += 1) await Promise.resolve();
  };
  return {
    ...table,
    get: async (key) => (await rest(), table.get(key)),
    put: async (item, condition) => (await rest(), table.put(item, condition)),
  };
}

test('owners are told of so many of one person’s entries an hour', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider, owners: 'owners@example.com', notify: 'owners' });
  for (const batch of batchesOf(entries(mailsAnHour + 5))) await receive(batch);
  const notices = sent.filter(({ mail }) => mail.kind === 'notice');
  expect(notices).toHaveLength(mailsAnHour);
});

test('what was withheld is sent when a person asks for it', async () => {
  const { provider, sent } = aProvider();
  const { receive, marker } = aWorld({ provider });
  const many = entries(mailsAnHour + 1);
  for (const batch of batchesOf(many)) await receive(batch);
  const last = many.at(-1) ?? anEntry(1);
  await receive([aRecord(last, 1)]);
  expect(sent).toHaveLength(mailsAnHour);
  await receive([aRecord(last, 1)], true);
  expect(sent.at(-1)?.mail.to).toBe(last.confirmTo);
  expect(await marker(last)).toMatchObject({ state: 'sent' });
});
