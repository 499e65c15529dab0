import { expect, test } from 'vitest';
import {
  closedAuthorKey,
  countedNoticeKey,
  deliveryRecordKey,
  entryItemKey,
  keptAnswersKey,
  mailQuotaKey,
  pastChangeKey,
} from './entry-item.ts';
import { formPartitionKey } from './form-partitions.ts';

const entry = { username: 'ada', form: 'visit', id: '1', createdAt: '2026-03-31T09:41:00.000Z' };

test('the keys of stored items keep their form, or deployed tables could not be read', () => {
  const keys = [
    entryItemKey(entry),
    keptAnswersKey(entry),
    pastChangeKey(entry, '2'),
    deliveryRecordKey('confirmation', entry),
    deliveryRecordKey('notice', entry),
    deliveryRecordKey('notice', entry, 'a1'),
    countedNoticeKey(entry),
    mailQuotaKey('review', entry),
    closedAuthorKey('ada'),
  ];
  expect(new Set(keys.map(({ pk }) => pk))).toEqual(new Set(['user#ada']));
  expect(keys.map(({ sk }) => sk)).toEqual([
    'entry#visit#1',
    'withdrawn#visit#1',
    'change#visit#1#2',
    'mail#visit#1',
    'notice#visit#1',
    'notice#visit#1#a1',
    'counted-notice#visit#1',
    'hour#review#2026-03-31T09',
    'closed',
  ]);
  expect(formPartitionKey(entry, false)).toBe('form#visit');
  expect(formPartitionKey(entry, true)).toBe('form#visit#hold');
  const sharded = { ...entry, shards: 16 };
  expect(formPartitionKey(sharded, false)).toBe('form#visit#2026-03#12');
  expect(formPartitionKey(sharded, true)).toBe('form#visit#hold#2026-03#12');
});
