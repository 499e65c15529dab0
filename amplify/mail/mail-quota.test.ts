import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import type { Table } from '../entries/dynamo-table.ts';
import { mailsPerHour } from './mail-quota.ts';
import { aProvider, aRecord, createInMemoryMail, anEntry } from '../testing/in-memory-mail.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const entries = (count: number) => numbers(count).map((it) => anEntry(it));

/** Batches of ten, like those of the event source mapping. */
function batchesOf(sent: readonly StoredEntry[]) {
  const records = sent.map((entry, index) => aRecord(entry, index + 1));
  return numbers(Math.ceil(records.length / 10)).map((it) => records.slice(it * 10 - 10, it * 10));
}

test('one person gets a limited number of mails an hour, and further ones are logged as withheld', async () => {
  const { provider, sent } = aProvider();
  const { receive, lines, deliveryRecord } = createInMemoryMail({ provider });
  const many = entries(mailsPerHour + 30);
  for (const batch of batchesOf(many)) expect(await receive(batch)).toEqual([]);
  expect(sent).toHaveLength(mailsPerHour);
  const withheld = lines.filter((it) => it.includes('"outcome":"withheld"'));
  expect(withheld).toHaveLength(30);
  expect(JSON.parse(withheld[0] ?? '')).toMatchObject({ form: 'pwausers', MailsWithheld: 1 });
  expect(lines.join()).not.toMatch(/ada|mickey|@|Mouse/i);
  expect(await deliveryRecord(many.at(-1) ?? anEntry(1))).toMatchObject({ state: 'withheld' });
});

test('another person, and the same person in another hour, get mail', async () => {
  const { provider, sent } = aProvider();
  const { receive } = createInMemoryMail({ provider });
  for (const batch of batchesOf(entries(mailsPerHour + 5))) await receive(batch);
  const bobs = { ...anEntry(100), username: 'bob' };
  const later = { ...anEntry(101), createdAt: '2026-01-01T01:00:00.000Z' };
  await receive([aRecord(bobs, 100), aRecord(later, 101)]);
  expect(sent.slice(mailsPerHour).map(({ mail }) => mail.to)).toEqual([
    'mickey100@example.com',
    'mickey101@example.com',
  ]);
});

test('repeated batches, in any order, send the same mails and no others', async () => {
  const { provider, sent } = aProvider();
  const { receive } = createInMemoryMail({ provider });
  const batches = batchesOf(entries(mailsPerHour + 20));
  for (const batch of [...batches, ...batches.toReversed(), ...batches]) await receive(batch);
  expect(sent.map(({ mail }) => mail.to)).toEqual(
    numbers(mailsPerHour).map((it) => `mickey${it}@example.com`),
  );
});

test('a counted entry stays counted whatever fails, and its mail is sent in the end', async () => {
  const { provider, sent } = aProvider(...Array.from({ length: 400 }, () => down));
  const table = createMemoryTable();
  const before = createInMemoryMail({ provider, table });
  const batches = batchesOf(entries(mailsPerHour + 20));
  for (const batch of batches) await before.receive(batch);
  const tried = new Set(sent.map(({ mail }) => mail.to));
  expect(tried.size).toBe(mailsPerHour);
  const repaired = aProvider();
  const after = createInMemoryMail({ provider: repaired.provider, table });
  for (const batch of batches.toReversed()) expect(await after.receive(batch)).toEqual([]);
  expect(new Set(repaired.sent.map(({ mail }) => mail.to))).toEqual(tried);
});

const down = { is: 'later', code: 'http_500' } as const;

test('concurrent and repeated checks get one result per entry, and exactly the limit is allowed', async () => {
  const { quota } = createInMemoryMail({
    provider: aProvider().provider,
    table: slow(createMemoryTable()),
  });
  const requested = [...entries(mailsPerHour + 15), ...entries(mailsPerHour + 15)];
  const answers = new Map<string, Set<boolean>>();
  await Promise.all(
    requested.map(async (entry) => {
      const answer = await quota.allows({ kind: 'confirmation' }, entry);
      answers.set(entry.id, (answers.get(entry.id) ?? new Set()).add(answer));
    }),
  );
  expect([...answers.values()].every((it) => it.size === 1)).toBe(true);
  expect([...answers.values()].filter((it) => it.has(true))).toHaveLength(mailsPerHour);
});

/** A table whose responses arrive in random order. */
function slow(table: Table): Table {
  let turn = 0;
  const waitSomeTurns = async () => {
    turn += 1;
    for (let count = 0; count < (turn * 7) % 5; count += 1) await Promise.resolve();
  };
  return {
    ...table,
    get: async (key) => (await waitSomeTurns(), table.get(key)),
    put: async (item, condition) => (await waitSomeTurns(), table.put(item, condition)),
  };
}

test('withheld mail is sent when somebody sends it again by hand', async () => {
  const { provider, sent } = aProvider();
  const { receive, deliveryRecord } = createInMemoryMail({ provider });
  const many = entries(mailsPerHour + 1);
  for (const batch of batchesOf(many)) await receive(batch);
  const last = many.at(-1) ?? anEntry(1);
  await receive([aRecord(last, 1)]);
  expect(sent).toHaveLength(mailsPerHour);
  await receive([aRecord(last, 1)], true);
  expect(sent.at(-1)?.mail.to).toBe(last.confirmTo);
  expect(await deliveryRecord(last)).toMatchObject({ state: 'sent' });
});
