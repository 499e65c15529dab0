import { expect, test } from 'vitest';
import {
  closedAuthorKey,
  deliveryRecordKey,
  entryItemKey,
  formPartitionKey,
  keptAnswersKey,
  mailQuotaKey,
  pastChangeKey,
} from './entry-item.ts';

const entry = { username: 'ada', form: 'visit', id: '1', createdAt: '2026-03-31T09:41:00.000Z' };

test('the keys of stored items keep their form, or deployed tables could not be read', () => {
  const keys = [
    entryItemKey(entry),
    keptAnswersKey(entry),
    pastChangeKey(entry, '2'),
    deliveryRecordKey('confirmation', entry),
    deliveryRecordKey('notice', entry),
    mailQuotaKey('notice', entry),
    closedAuthorKey('ada'),
  ];
  expect(new Set(keys.map(({ pk }) => pk))).toEqual(new Set(['user#ada']));
  expect(keys.map(({ sk }) => sk)).toEqual([
    'entry#visit#1',
    'withdrawn#visit#1',
    'change#visit#1#2',
    'mail#visit#1',
    'notice#visit#1',
    'hour#notice#2026-03-31T09',
    'closed',
  ]);
  expect(formPartitionKey('visit', false)).toBe('form#visit');
  expect(formPartitionKey('visit', true)).toBe('form#visit#hold');
});
