import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import { digest } from '../api/digest.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createMemoryTable } from '../entries/memory-table.ts';
import type { Table } from '../entries/table.ts';
import { aProvider, aRecord, aWorld, anEntry } from './test-world.ts';

const later = { is: 'later', code: 'http_500' } as const;

test('an entry is confirmed to its author’s own address, under a key made of its id', async () => {
  const { provider, sent } = aProvider();
  const { receive, marker } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(sent).toMatchObject([
    {
      mail: { to: 'mickey1@example.com' },
      key: expect.stringMatching(new RegExp(`^created/${anEntry(1).id}/[\\w-]{16}$`)),
    },
  ]);
  expect(await marker(anEntry(1))).toEqual({
    pk: 'user#ada',
    sk: `mail#pwausers#${anEntry(1).id}`,
    state: 'sent',
    at: '2026-01-01T12:00:00.000Z',
  });
});

test('without an address that the account has proven, or of a form that is no more, an entry brings about nothing', async () => {
  const { provider, sent } = aProvider();
  const { receive, marker } = aWorld({ provider });
  const { confirmTo: _, ...silent } = anEntry(1, { email: 'stranger@example.com' });
  const gone = { ...anEntry(2), form: 'gone' };
  expect(await receive([aRecord(silent, 1), aRecord(gone, 2)])).toEqual([]);
  expect(sent).toEqual([]);
  expect(await marker(silent)).toBeUndefined();
});

test('a record that comes twice sends once', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider });
  await receive([aRecord(anEntry(1), 1), aRecord(anEntry(1), 1)]);
  await receive([aRecord(anEntry(1), 1)]);
  expect(sent).toHaveLength(1);
});

test('a function that died while it was sending sends again, under the same key', async () => {
  let isDead = false;
  const { provider, sent } = aProvider();
  const dying = {
    send: async (...[mail, key]: Parameters<typeof provider.send>) => {
      await provider.send(mail, key);
      if (!isDead) throw new Error('killed');
      return { is: 'sent' } as const;
    },
  };
  const { receive, marker } = aWorld({ provider: dying });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual(['1']);
  expect(await marker(anEntry(1))).toMatchObject({ state: 'sending' });
  isDead = true;
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(await marker(anEntry(1))).toMatchObject({ state: 'sent' });
});

test('owners are told by a mail of their own, under a key of its own', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive } = aWorld({ provider, owners: 'owners@example.com', notify: 'owners' });
  await receive([aRecord(anEntry(1), 1), aRecord(anEntry(1), 1)]);
  expect(sent).toMatchObject([
    { mail: { to: 'mickey1@example.com' } },
    { mail: { to: 'owners@example.com' } },
  ]);
  expect(sent[1]?.key).toBe(`${sent[0]?.key}/owners`);
});

test('what may go better is tried again in rounds, after ever longer pauses, and holds up no other', async () => {
  const { provider, sent } = aProvider(later, { is: 'sent' }, later, later);
  const { receive, pauses } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual([]);
  expect(sent.map(({ mail }) => mail.to.charAt(6))).toEqual(['1', '2', '1', '1', '1']);
  expect(pauses).toEqual([1000, 2000, 4000]);
});

test('a provider that says how long is asked no earlier', async () => {
  const { provider } = aProvider({ ...later, wait: 30_000 });
  const { receive, pauses } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(pauses).toEqual([30_000]);
});

test('when there is no time for another round, Lambda is told which records to bring again', async () => {
  const { provider, sent } = aProvider({ is: 'sent' }, ...Array.from({ length: 50 }, () => later));
  const { receive, marker } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual(['2']);
  expect(sent.length).toBeGreaterThan(5);
  expect(await marker(anEntry(2))).toMatchObject({ state: 'sending' });
  const waitsTooLong = aWorld(aProvider({ ...later, wait: 3_600_000 }));
  expect(await waitsTooLong.receive([aRecord(anEntry(1), 1)])).toEqual(['1']);
  expect(waitsTooLong.pauses).toEqual([]);
});

test('what is refused is recorded, is not tried again, and holds up no other', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive, marker, pauses } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual([]);
  expect(await marker(anEntry(1))).toMatchObject({ state: 'refused', code: 'validation_error' });
  expect(await marker(anEntry(2))).toMatchObject({ state: 'sent' });
  await receive([aRecord(anEntry(1), 1)]);
  expect(sent).toHaveLength(2);
  expect(pauses).toEqual([]);
});

test('what was refused is tried once more when a person asks, and what was sent is not', async () => {
  const { provider, sent } = aProvider({ is: 'refused', code: 'validation_error' });
  const { receive, marker } = aWorld({ provider });
  const records = [aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)];
  await receive(records);
  expect(await receive(records, true)).toEqual([]);
  expect(sent.map(({ mail }) => mail.to.charAt(6))).toEqual(['1', '2', '1']);
  expect(await marker(anEntry(1))).toEqual(
    expect.not.objectContaining({ code: expect.anything() }),
  );
});

const aMoment = new Date('2026-01-01T12:30:00Z');

/** As the API does it, in the same table. */
async function takeBack(table: Table, entry: StoredEntry, permanent: boolean): Promise<void> {
  const store = createDynamoStore(table);
  const operation = '018f3c2e-7b1a-7000-8000-0000000000ff';
  const change = { key: entry, operation, permanent };
  const done = await withdraw({ store, now: () => aMoment, digest }, change);
  expect(done.ok).toBe(true);
}

test.each([
  ['erased', true],
  ['withdrawn', false],
])('what was %s while the provider was down is told to nobody, hours later', async (_, forEver) => {
  const table = createMemoryTable();
  const owners = { owners: 'owners@example.com', notify: 'owners' } as const;
  const down = aProvider(...Array.from({ length: 100 }, () => later));
  const before = aWorld({ provider: down.provider, table, ...owners });
  const records = [aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)];
  expect(await before.receive(records)).toEqual(['1', '2']);
  await takeBack(table, anEntry(1), forEver);
  const mended = aProvider();
  const after = aWorld({ provider: mended.provider, table, ...owners });
  expect(await after.receive(records)).toEqual([]);
  expect(await after.receive(records, true)).toEqual([]);
  expect(mended.sent.map(({ mail }) => mail.to)).toEqual([
    'mickey2@example.com',
    'owners@example.com',
  ]);
  expect(after.lines.join()).toContain('"outcome":"gone"');
});

test('what is erased between two attempts of one batch is not tried again', async () => {
  const table = createMemoryTable();
  const { provider, sent } = aProvider();
  const erasing = {
    async send(...letter: Parameters<typeof provider.send>) {
      await provider.send(...letter);
      await takeBack(table, anEntry(1), true);
      return later;
    },
  };
  const { receive } = aWorld({ provider: erasing, table });
  expect(await receive([aRecord(anEntry(1), 1)])).toEqual([]);
  expect(sent).toHaveLength(1);
});

test('two people whose entries have the same id both get their mail, under keys of their own', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider });
  const ada = anEntry(1);
  const bob = { ...anEntry(1), username: 'bob', confirmTo: 'bob@example.com' };
  await receive([aRecord(ada, 1), aRecord(bob, 2)]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

test('a key that does not fit fails at once, and is nobody’s refusal', async () => {
  const { provider } = aProvider({ is: 'stuck', code: 'invalid_api_key' });
  const { receive, marker, pauses } = aWorld({ provider });
  expect(await receive([aRecord(anEntry(1), 1), aRecord(anEntry(2), 2)])).toEqual(['1']);
  expect(await marker(anEntry(1))).toMatchObject({ state: 'sending' });
  expect(pauses).toEqual([]);
});

test('a record that nobody can read fails alone', async () => {
  const { provider, sent } = aProvider();
  const { receive } = aWorld({ provider });
  const poison = aRecord(anEntry(1, {}), 1);
  Object.assign(poison.dynamodb?.NewImage ?? {}, { answers: { NULL: true } });
  expect(await receive([poison, aRecord(anEntry(2), 2)])).toEqual(['1']);
  expect(sent).toHaveLength(1);
});

test('no line holds an address or a word of the mail', async () => {
  const { provider } = aProvider(later, { is: 'refused', code: 'validation_error' });
  const { receive, lines } = aWorld({ provider });
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
