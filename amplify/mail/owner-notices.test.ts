import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { mulberry32 } from '../../tools/testing/mulberry32.ts';
import { waterForm } from '#core/testing/water-form.ts';
import type { Form } from '#core/form/define-form.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import type { Table } from '../entries/dynamo-table.ts';
import { releasedItem, toItem } from '../entries/entry-item.ts';
import { deliverBadly } from '../testing/deliver-badly.ts';
import { aProvider, aRecord, anEntry, createInMemoryMail } from '../testing/in-memory-mail.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createNoticeQuota, noticesPerHour } from './notice-quota.ts';

const owners = ['ada@example.com', 'bob@example.com'];

const answers = { name: 'Mickey', source: 'tap' };

/** From a device of its own, as in a form for anyone. */
function aSubmission(number: number, source = 'tap'): StoredEntry {
  const { confirmTo: _, ...entry } = anEntry(number);
  return { ...entry, form: 'water', username: `open#${number}`, answers: { ...answers, source } };
}

function createNoticing(options: Partial<Parameters<typeof createInMemoryMail>[0]> = {}) {
  const { provider, sent } = aProvider();
  const form: Form = { ...waterForm, notify: { to: 'owners', newEntry: true } };
  const formById = (id: string) => (id === 'water' ? form : undefined);
  return { sent, ...createInMemoryMail({ provider, owners, formById, ...options }) };
}

test('each owner gets a mail about a new entry: that it came, when, and where to read it', async () => {
  const { sent, receive } = createNoticing();
  expect(await receive([aRecord(aSubmission(1), 1)])).toEqual([]);
  expect(sent.map(({ mail }) => mail.to)).toEqual(owners);
  const [{ mail } = { mail: undefined }] = sent;
  const link = `https://forms.example.org/responses/water?username=open%231&id=${aSubmission(1).id}`;
  expect(mail?.subject).toBe('New response: Water');
  expect(mail?.text).toBe(
    [
      'There is a new response, received on 1 January 2026 at 00:00 (UTC).',
      `Open it in the app:\n${link}`,
      'You get this mail as an owner of the form “Water”.',
    ].join('\n\n'),
  );
});

test('no answer is in the mail, its subject or its key', async () => {
  const { sent, receive } = createNoticing();
  const unmistakable = aSubmission(1);
  await receive([aRecord({ ...unmistakable, answers: { ...answers, name: 'canary' } }, 1)]);
  expect(sent).toHaveLength(2);
  expect(JSON.stringify(sent)).not.toMatch(/canary|tap/);
});

test('a mail in Arabic reads from right to left, with the time in the owners’ zone', async () => {
  const { sent, receive } = createNoticing({
    notify: { to: 'owners', newEntry: true, language: 'ar', timeZone: 'Asia/Riyadh' },
  });
  await receive([aRecord(aSubmission(1), 1)]);
  expect(sent[0]?.mail.subject).toBe('رد جديد: Water');
  expect(sent[0]?.mail.text).toContain('03:00 (Asia/Riyadh)');
  expect(sent[0]?.mail.html).toContain('<div dir="rtl" lang="ar">\n<p><bdi>هناك رد جديد');
});

test('with a condition, only the entries that meet it', async () => {
  const { sent, receive } = createNoticing({
    notify: { to: 'owners', newEntry: { when: ({ source }) => source === 'other' } },
    owners: ['ada@example.com'],
  });
  await receive([aRecord(aSubmission(1), 1), aRecord(aSubmission(2, 'other'), 2)]);
  expect(sent.map(({ mail }) => mail.text)).toEqual([expect.stringContaining(aSubmission(2).id)]);
});

test.each([
  ['that notifies nobody', undefined],
  ['that only sends a digest', { to: 'owners', digest: 'daily' } as const],
])('a form %s sends no mail about an entry', async (_, notify) => {
  const { notify: _before, ...silent } = waterForm;
  const form: Form = { ...silent, ...(notify && { notify }) };
  const { sent, receive } = createNoticing({ formById: () => form });
  expect(await receive([aRecord(aSubmission(1), 1)])).toEqual([]);
  expect(sent).toEqual([]);
});

test('an entry on hold causes a mail once it is released, and only if it is still there', async () => {
  const table = createMemoryTable();
  const { sent, receive, receiveItems } = createNoticing({ table, owners: ['ada@example.com'] });
  const [one, other] = [1, 2].map((it) => ({
    ...aSubmission(it),
    onHold: ['range-rate'] as const,
  }));
  if (!one || !other) throw new Error('There are two.');
  await receive([aRecord(one, 1), aRecord(other, 2)]);
  expect(sent).toEqual([]);
  const { onHold: _, ...released } = one;
  await table.put(toItem(released));
  await table.put(toItem({ ...other, deletedAt: '2026-01-01T06:00:00.000Z' }));
  const records = [one, other].map((it, at) => aReleased(it, at));
  expect(await receiveItems([...records, ...records])).toEqual([]);
  expect(sent.map(({ mail }) => mail.text)).toEqual([expect.stringContaining(one.id)]);
});

function aReleased(entry: StoredEntry, sequence: number) {
  const NewImage = toAttributes(releasedItem(entry, '2026-01-01T12:00:00.000Z'));
  return {
    eventName: 'INSERT',
    dynamodb: { NewImage, SequenceNumber: `released-${sequence}` },
  } as ReturnType<typeof aRecord>;
}

test('a flood of entries is no flood of mail: ten in an hour, and the others are counted', async () => {
  let hour = 12;
  const now = () => new Date(`2026-01-01T${hour}:30:00Z`);
  const table = createMemoryTable();
  const { sent, receive } = createNoticing({ table, now, owners: ['ada@example.com'] });
  const flood = Array.from({ length: 100 }, (_, it) => aRecord(aSubmission(it + 1), it + 1));
  for (let at = 0; at < 100; at += 10) await receive(flood.slice(at, at + 10));
  expect(sent).toHaveLength(noticesPerHour);
  expect(await createNoticeQuota({ table, now }).withheldOf('water')).toBe(90);
  hour = 13;
  await receive(flood.slice(0, 20));
  expect(sent).toHaveLength(noticesPerHour);
  await receive([aRecord(aSubmission(101), 101)]);
  expect(sent).toHaveLength(noticesPerHour + 1);
  expect(await createNoticeQuota({ table, now }).withheldOf('water')).toBe(90);
});

test('whatever batches come twice, in parts or in another order, and wherever the function is killed, each owner gets each mail once', async () => {
  for (let seed = 1; seed <= 20; seed += 1) await deliverEverything(seed);
});

function isWanted({ source }: { readonly source?: unknown }): boolean {
  return source === 'other';
}

async function deliverEverything(seed: number): Promise<void> {
  const chance = mulberry32(seed);
  const table = createMemoryTable();
  const entries = Array.from({ length: 24 }, (_, it) =>
    aSubmission(it + 1, chance() < 0.6 ? 'other' : 'tap'),
  );
  const gone = new Set(entries.filter(() => chance() < 0.2));
  const deletedAt = '2026-01-01T06:00:00.000Z';
  for (const it of entries) await table.put(toItem(gone.has(it) ? { ...it, deletedAt } : it));
  const records = entries.map((it, at) => aRecord(it, at + 1));
  // The provider knows a mail by its key, and sends it once. Some of what it answers is lost.
  const accepted = new Map<string, string>();
  const provider = {
    async send({ to, text }: { readonly to: string; readonly text: string }, key: string) {
      if (chance() < 0.1) return { is: 'later', code: 'http_500' } as const;
      expect(accepted.get(key) ?? `${to} ${text}`).toBe(`${to} ${text}`);
      accepted.set(key, `${to} ${text}`);
      return chance() < 0.1
        ? ({ is: 'later', code: 'no_response' } as const)
        : ({ is: 'sent' } as const);
    },
  };
  const consume = async (
    faulty: Table,
    { Records }: { readonly Records: readonly DynamoDBRecord[] },
  ) => {
    const { receiveItems } = createNoticing({
      provider,
      table: faulty,
      notify: { to: 'owners', newEntry: { when: isWanted } },
    });
    const failed = await receiveItems(Records);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
  const shards = [0, 1, 2].map((shard) => records.filter((_, at) => at % 3 === shard));
  await deliverBadly(shards, consume, { chance, table, mostRecords: 5 });

  const wanted = entries.filter((it) => isWanted(it.answers) && !gone.has(it));
  const mails = [...accepted.values()];
  expect(new Set(mails).size).toBe(mails.length);
  const mailed = wanted.filter(({ id }) => mails.some((it) => it.includes(id)));
  expect(mails).toHaveLength(mailed.length * owners.length);
  expect(mailed).toHaveLength(Math.min(wanted.length, noticesPerHour));
  const withheld = await createNoticeQuota({ table, now: () => new Date() }).withheldOf('water');
  expect(withheld).toBe(wanted.length - mailed.length);
}
