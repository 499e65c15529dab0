import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import type { Review } from '#core/review/review.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { reviews } from '../entries/kinds-beside.ts';
import { anEntry, aProvider, createInMemoryMail } from '../testing/in-memory-mail.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import type { SendResult } from './mail-provider.ts';
import { composeReviewMail } from './review-mails.ts';

const idOf = (n: number) => `018f3c2e-7b1a-7000-9000-${String(n).padStart(12, '0')}`;

/** An entry of Ada's, and what reviewers do. */
async function withEntry(...results: SendResult[]) {
  const table = createMemoryTable();
  const store = createDynamoStore(table);
  const { provider, sent } = aProvider(...results);
  const mail = createInMemoryMail({ provider, table });
  const entry = anEntry(1);
  await store.insert(entry);
  const records: DynamoDBRecord[] = [];
  return {
    store,
    entry,
    sent,
    lines: mail.lines,
    review: async (changes: Partial<Review> = {}) => {
      const review = {
        id: idOf(records.length),
        version: 1,
        state: 'sent-back',
        note: 'Is that your full name?',
        by: 'olga',
        at: `2026-01-01T12:0${records.length % 10}:00.000Z`,
        ...changes,
      } as const;
      const added = await store.addReview(entry, review);
      if (added) records.push(toRecord(reviews.toItem(entry, added.stored), records.length));
    },
    /** The stream passes on what was written, once more each time. */
    receive: () => mail.receiveItems(records),
  };
}

function toRecord(item: object, sequence: number): DynamoDBRecord {
  const NewImage = toAttributes({ ...item }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(sequence) } };
}

test('whoever is sent an entry back gets one mail, with the note and a fixed subject', async () => {
  const { review, receive, sent, lines } = await withEntry();
  await review();
  for (let time = 0; time < 3; time += 1) expect(await receive()).toEqual([]);
  expect(sent).toHaveLength(1);
  const [{ mail } = expect.fail()] = sent;
  expect(mail).toMatchObject({
    to: 'mickey1@example.com',
    subject: 'Please correct your entry: Join us',
  });
  expect(mail.text).toContain('Is that your full name?');
  expect(mail.text).not.toMatch(/Mickey|Mouse|olga/);
  expect(lines.join()).not.toMatch(/full name|example.com|olga/);
});

test('neither approving nor rejecting is mailed', async () => {
  const { review, receive, sent } = await withEntry();
  await review({ state: 'approved' });
  await review({ state: 'rejected' });
  expect(await receive()).toEqual([]);
  expect(sent).toEqual([]);
});

test('nothing is mailed about an entry that was changed, withdrawn or reviewed again meanwhile', async () => {
  for (const meanwhile of ['changed', 'withdrawn', 'reviewed'] as const) {
    const { store, entry, review, receive, sent } = await withEntry();
    await review();
    const next = { ...entry, version: 2 };
    if (meanwhile === 'reviewed') await store.addReview(entry, approval);
    else
      await store.update(
        meanwhile === 'changed'
          ? next
          : { ...next, deletedAt: '2026-01-02T00:00:00.000Z', withdrawnVersion: 1 },
      );
    expect(await receive()).toEqual([]);
    expect(sent, meanwhile).toEqual([]);
  }
});

const approval: Review = { id: idOf(99), version: 1, state: 'approved', by: 'otto', at: '' };

test('a mail that fails is tried again with the same key', async () => {
  const { review, receive, sent } = await withEntry({ is: 'later', code: '503' });
  await review();
  expect(await receive()).toEqual([]);
  expect(sent).toHaveLength(2);
  expect(sent[0]?.key).toBe(sent[1]?.key);
});

test('an author gets ten such mails an hour at most', async () => {
  const { review, receive, sent } = await withEntry();
  for (let n = 0; n < 12; n += 1) {
    await review();
    expect(await receive()).toEqual([]);
  }
  expect(sent).toHaveLength(10);
});

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

test('links in a note are broken, and markup is text', () => {
  const note = 'Go to https://evil.example <b>now</b>';
  const mail = composeReviewMail(form, { note }, 'ada@example.com');
  expect(mail?.text).not.toContain('https://evil.example');
  expect(mail?.html).not.toContain('<b>');
});

test('a note about sensitive answers is not mailed', () => {
  const fields = { name: text({ label: 'Name', sensitive: true }) };
  const sensitive = defineForm({ ...form, fields });
  const mail = composeReviewMail(sensitive, { note: 'You wrote 42' }, 'ada@example.com');
  expect(mail?.text).not.toContain('42');
  expect(mail?.text).toContain('The app says what should be changed.');
});

test('without a verified address there is no mail', () => {
  expect(composeReviewMail(form, { note: 'Why?' }, undefined)).toBeUndefined();
});
