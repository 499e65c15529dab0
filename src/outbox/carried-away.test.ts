import { expect, test } from 'vitest';
import { carriedAway, revised, withdrawn, type Chain } from './chain.ts';
import { entry, parcel, revision, sending, withdrawal } from './sample-parcels.ts';

/** A copy is in a file, which another device may have delivered by now. */
const copied: Chain = carriedAway([parcel()], entry);

test('carried to another device → other answers: a change behind it, for it may be there already', () => {
  const after = revised(copied, revision({ fname: 'Minnie' }));
  expect(after.map(({ id, answers }) => [id, answers?.['fname']])).toEqual([
    [entry, 'Mickey'],
    ['change-1', 'Minnie'],
  ]);
});

test('carried to another device → withdrawn: taken back there too', () => {
  expect(withdrawn(copied, withdrawal()).map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test('what is sending or delivered is carried away as it is', () => {
  const leaving = [parcel({ stand: sending })];
  expect(carriedAway(leaving, entry)).toEqual(leaving);
});
