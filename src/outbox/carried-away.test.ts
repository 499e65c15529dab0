import { expect, test } from 'vitest';
import { carriedAway, revised, withdrawn, type Chain } from './chain.ts';
import { unsent, type Parcel } from './parcel.ts';

const entry = '019a0000-0000-7000-8000-00000000000a';
const submission: Parcel = {
  id: entry,
  does: 'submit',
  entry,
  form: 'pwausers',
  formVersion: 1,
  author: 'mickey-1',
  answers: { fname: 'Mickey' },
  savedAt: '2026-11-20T09:41:00.000Z',
  stand: unsent,
};
const revision: Parcel = {
  ...submission,
  id: 'change-1',
  does: 'revise',
  answers: { fname: 'Minnie' },
};
const withdrawal: Parcel = { ...submission, id: 'change-2', does: 'withdraw' };

/** A copy is in a file, which another device may have delivered by now. */
const copied: Chain = carriedAway([submission], entry);

test('carried to another device → other answers: a change behind it, for it may be there already', () => {
  const after = revised(copied, revision);
  expect(after.map(({ id, answers }) => [id, answers?.['fname']])).toEqual([
    [entry, 'Mickey'],
    ['change-1', 'Minnie'],
  ]);
});

test('carried to another device → withdrawn: taken back there too', () => {
  expect(withdrawn(copied, withdrawal).map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test('what is sending or delivered is carried away as it is', () => {
  const sending: Parcel = { ...submission, stand: { is: 'sending', attempts: 2 } };
  expect(carriedAway([sending], entry)).toEqual([sending]);
});
