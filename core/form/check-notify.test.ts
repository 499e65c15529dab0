import { expect, test } from 'vitest';
import { issuesOfNotify } from './check-notify.ts';

const issuesOf = (notify: unknown) => issuesOfNotify({ notify: notify as never });

test.each([
  ['nobody', undefined],
  ['about each new entry', { to: 'owners', newEntry: true }],
  ['about some', { to: 'owners', newEntry: { when: () => true } }],
  ['daily, in Arabic', { to: 'owners', digest: 'daily', timeZone: 'Asia/Riyadh', language: 'ar' }],
])('a form may notify %s', (_, notify) => {
  expect(issuesOf(notify)).toEqual([]);
});

test.each([
  ['owners', 'has to be'],
  [null, 'has to be'],
  [{ newEntry: true }, "notify.to can only be 'owners'"],
  [{ to: 'ada@example.com', newEntry: true }, "notify.to can only be 'owners'"],
  [{ to: 'owners' }, 'needs newEntry, digest, or both'],
  [{ to: 'owners', newEntry: false }, 'notify.newEntry can be'],
  [{ to: 'owners', newEntry: { when: 'always' } }, 'notify.newEntry can be'],
  [{ to: 'owners', newEntry: { when: () => true, to: 'ada' } }, 'notify.newEntry can be'],
  [{ to: 'owners', digest: 'hourly' }, "'daily' or 'weekly'"],
  [{ to: 'owners', digest: 'daily', timeZone: 'Berlin' }, 'name of a time zone'],
  [{ to: 'owners', digest: 'daily', timeZone: '' }, 'name of a time zone'],
  [{ to: 'owners', digest: 'daily', language: 'fr' }, "'en' or 'ar'"],
  [{ to: 'owners', digest: 'daily', cc: 'ada@example.com' }, 'notify cannot have cc'],
])('a form that notifies %o is rejected', (notify, sentence) => {
  expect(issuesOf(notify)).toEqual([expect.stringContaining(sentence)]);
});
