import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { answered, broughtBack, leaving, revised, triedAgain, type Chain } from './chain.ts';
import { latestOf } from './latest.ts';
import { delivered, entry, parcel, refused, revision, told } from './sample-parcels.ts';

const at = '2026-11-20T09:42:00.000Z';
const change = revision({ fname: 'Minnie' });

function deliver(chain: Chain, id: string, version: number): Chain {
  return answered(leaving(chain, id), id, { answer: ok(told(version)), at });
}

test('typed while the entry was on its way, saved when it had arrived: a change to what arrived', () => {
  const after = revised([parcel({ stand: delivered(3) })], change);
  expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('what waits here has no version yet that a change could be made to', () => {
  const waiting = { ...change, ifVersion: 1 };
  expect(latestOf([waiting], entry)).toEqual({
    id: entry,
    answers: change.answers,
    formVersion: 1,
  });
});

test('brought back when what it was built on has arrived meanwhile: a change to that', () => {
  const after = broughtBack([parcel({ stand: delivered(3) })], change);
  expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('brought from another device to a change made here: still a change to what was seen there', () => {
  const here = { ...change, id: 'change-2', ifVersion: 1 };
  const chain = broughtBack([here], { ...change, ifVersion: 1 });
  expect(deliver(chain, 'change-2', 2).at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
});

test('gone there, and tried again as a new entry: it says what was to be made of it', () => {
  const fresh = '019a0000-0000-7000-8000-00000000000b';
  const gone = parcel({ stand: refused('gone') });
  expect(triedAgain([gone, change], entry, fresh)).toEqual([
    parcel({ id: fresh, entry: fresh, answers: { fname: 'Minnie' } }),
  ]);
});
