import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import { digest } from '../digest.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import type { Table } from '../entries/dynamo-table.ts';
import { aProvider, aRecord, createInMemoryMail, anEntry } from '../testing/in-memory-mail.ts';

const later = { is: 'later', code: 'http_500' } as const;

test('a confirmation goes to the author’s own address, with a key derived from the entry’s id', async () => {
  const { provider, sent } = aProvider();
  const { receive, deliveryRecord } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(sent).toMatchObject([
    {
      mail: { to: 'mickey1@example.com' },
      key: expect.stringMatching(new RegExp(`^created/${anEntry(1).id}/[\\w-]{16}$`)),
    },
  ]);
  expect(await deliveryRecord(anEntry(1))).toEqual({
    pk: 'user#ada',
    sk: `mail#pwausers#${anEntry(1).id}`,
    state: 'sent',
    at: '2026-01-01T12:00:00.000Z',
  });
});

test('an entry without a verified address, or of a form that no longer exists, causes no mail', async () => {
  const { provider, sent } = aProvider();
  const { receive, deliveryRecord } = createInMemoryMail({ provider });
  const { confirmTo: _, ...silent } = anEntry(1, { email: 'stranger@example.com' });
  const gone = { ...anEntry(2), form: 'gone' };
  expect(await receive([aRecord(silent, 1), aRecord(gone, 2)])).toEqual([]);
  expect(sent).toEqual([]);
  expect(await deliveryRecord(silent)).toBeUndefined();
});

test('an entry on hold causes no mail, neither to its author nor to the owners', async () => {
  const { provider, sent } = aProvider();
  const { receive, deliveryRecord } = createInMemoryMail({
    provider,
    owners: ['owners@example.com'],
    notify: { to: 'owners', newEntry: true },
  });
  const onHold: StoredEntry = { ...anEntry(1), onHold: ['range-rate'] };
  expect(await receive([aRecord(onHold, 1)])).toEqual([]);
  expect(sent).toEqual([]);
  expect(await deliveryRecord(onHold)).toBeUndefined();
});

test('a repeated record sends once', async () => {
  const { provider, sent } = aProvider();
  const { receive } = createInMemoryMail({ provider });
  await receive([aRecord(anEntry(1), 1), aRecord(anEntry(1), 1)]);
  await receive([aRecord(anEntry(1), 1)]);
  expect(sent).toHaveLength(1);
});

test('a function that crashed while sending sends again, with the same key', async () => {
  let isDead = false;
  const { provider, sent } = aProvider();
  const dying = {
    send: async (...[mail, key]: Parameters<typeof provider.send>) => {
      await provider.send(mail, key);
      if (!isDead) throw new Error('killed');
      return { is: 'sent' } as const;
    },
  };
  const { receive, deliveryRecord } = createInMemoryMail({ provider: dying });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual(['1']);
  expect(await deliveryRecord(anEntry(1))).toMatchObject({ state: 'sending' });
  isDead = true;
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(await deliveryRecord(anEntry(1))).toMatchObject({ state: 'sent' });
});

test('owners get a mail of their own, with its own key', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive } = createInMemoryMail({
    provider,
    owners: ['owners@example.com'],
    notify: { to: 'owners', newEntry: true },
  });
  await receive([aRecord(anEntry(1), 1), aRecord(anEntry(1), 1)]);
  expect(sent).toMatchObject([
    { mail: { to: 'mickey1@example.com' } },
    { mail: { to: 'owners@example.com' } },
  ]);
  expect(sent[1]?.key).toMatch(new RegExp(`^${sent[0]?.key}/owner/[\\w-]{16}$`));
});

test('temporary failures are retried in rounds, after growing pauses, and do not delay other mails', async () => {
  const { provider, sent } = aProvider(later, { is: 'sent' }, later, later);
  const { receive, pauses } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual([]);
  expect(sent.map(({ mail }) => mail.to.charAt(6))).toEqual(['1', '2', '1', '1', '1']);
  expect(pauses).toEqual([1000, 2000, 4000]);
});

test('a provider’s Retry-After is respected', async () => {
  const { provider } = aProvider({ ...later, wait: 30_000 });
  const { receive, pauses } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(pauses).toEqual([30_000]);
});

test('when no time is left for another round, Lambda is told which records to deliver again', async () => {
  const { provider, sent } = aProvider({ is: 'sent' }, ...Array.from({ length: 50 }, () => later));
  const { receive, deliveryRecord } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual(['2']);
  expect(sent.length).toBeGreaterThan(5);
  expect(await deliveryRecord(anEntry(2))).toMatchObject({ state: 'sending' });
  const waitsTooLong = createInMemoryMail(aProvider({ ...later, wait: 3_600_000 }));
  expect(await waitsTooLong.receive([aRecord(anEntry(1), 1)])).toEqual(['1']);
  expect(waitsTooLong.pauses).toEqual([]);
});

test('a refused mail is recorded, is not retried, and does not delay others', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive, deliveryRecord, pauses } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual([]);
  expect(await deliveryRecord(anEntry(1))).toMatchObject({
    state: 'refused',
    code: 'validation_error',
  });
  expect(await deliveryRecord(anEntry(2))).toMatchObject({ state: 'sent' });
  await receive([aRecord(anEntry(1), 1)]);
  expect(sent).toHaveLength(2);
  expect(pauses).toEqual([]);
});

test('a refused mail is retried when somebody sends it again by hand, and a sent one is not', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive, deliveryRecord } = createInMemoryMail({ provider });
  const records = [aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)];
  await receive(records);
  expect(await receive(records, true)).toEqual([]);
  expect(sent.map(({ mail }) => mail.to.charAt(6))).toEqual(['1', '2', '1']);
  expect(await deliveryRecord(anEntry(1))).toEqual(
    expect.not.objectContaining({ code: expect.anything() }),
  );
});

const aMoment = new Date('2026-01-01T12:30:00Z');

/** Withdraws an entry as the API does, in the same table. */
async function withdrawEntry(table: Table, entry: StoredEntry, permanent: boolean): Promise<void> {
  const store = createDynamoStore(table);
  const changeId = '018f3c2e-7b1a-7000-8000-0000000000ff';
  const change = { key: entry, changeId, permanent };
  const done = await withdraw({ store, now: () => aMoment, digest }, change);
  expect(done.ok).toBe(true);
}

test.each([
  ['erased', true],
  ['withdrawn', false],
])('an entry that was %s while the provider was down causes no mail later', async (_, forEver) => {
  const table = createMemoryTable();
  const owners = {
    owners: ['owners@example.com'],
    notify: { to: 'owners', newEntry: true },
  } as const;
  const down = aProvider(...Array.from({ length: 100 }, () => later));
  const before = createInMemoryMail({ provider: down.provider, table, ...owners });
  const records = [aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)];
  expect(await before.receive(records)).toEqual(['1', '2']);
  await withdrawEntry(table, anEntry(1), forEver);
  const repaired = aProvider();
  const after = createInMemoryMail({ provider: repaired.provider, table, ...owners });
  expect(await after.receive(records)).toEqual([]);
  expect(await after.receive(records, true)).toEqual([]);
  expect(repaired.sent.map(({ mail }) => mail.to)).toEqual([
    'mickey2@example.com',
    'owners@example.com',
  ]);
  expect(after.lines.join()).toContain('"outcome":"gone"');
});

test('an entry that is erased between two attempts of a batch is not retried', async () => {
  const table = createMemoryTable();
  const { provider, sent } = aProvider();
  const erasing = {
    async send(...sendArguments: Parameters<typeof provider.send>) {
      await provider.send(...sendArguments);
      await withdrawEntry(table, anEntry(1), true);
      return later;
    },
  };
  const { receive } = createInMemoryMail({ provider: erasing, table });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(sent).toHaveLength(1);
});

test('two people whose entries have the same id both get their mail, with different keys', async () => {
  const { provider, sent } = aProvider();
  const { receive } = createInMemoryMail({ provider });
  const ada = anEntry(1);
  const bob = { ...anEntry(1), username: 'bob', confirmTo: 'bob@example.com' };
  await receive([aRecord(ada, 1), aRecord(bob, 2)]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

test('a wrong API key fails at once, and does not count as a refusal', async () => {
  const { provider } = aProvider({ is: 'blocked', code: 'invalid_api_key' });
  const { receive, deliveryRecord, pauses, lines } = createInMemoryMail({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual(['1']);
  expect(await deliveryRecord(anEntry(1))).toMatchObject({ state: 'sending' });
  expect(pauses).toEqual([]);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'stuck', MailsStuck: 1 });
});

test('an unreadable record fails without the others', async () => {
  const { provider, sent } = aProvider();
  const { receive } = createInMemoryMail({ provider });
  const poison = aRecord(anEntry(1, {}), 1);
  Object.assign(poison.dynamodb?.NewImage ?? {}, { answers: { NULL: true } });
  expect(await receive([poison, aRecord(anEntry(2), 2)])).toEqual(['1']);
  expect(sent).toHaveLength(1);
});

test('no log line contains an address or text of the mail', async () => {
  const { provider } = aProvider(later, { is: 'refused', code: 'validation_error' });
  const { receive, lines } = createInMemoryMail({ provider });
  await receive([1, 2, 3].map((it) => aRecord(anEntry(it), it)));
  expect(lines.map((it) => (JSON.parse(it) as { outcome: string }).outcome)).toEqual([
    'later',
    'refused',
    'sent',
    'sent',
  ]);
  expect(lines.join()).not.toMatch(/mickey|Mouse|@|joining/i);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    form: 'pwausers',
    backend: 'formstead-test',
    MailsSent: 1,
    _aws: { CloudWatchMetrics: [{ Dimensions: [['backend']] }] },
  });
});
