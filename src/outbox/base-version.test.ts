import { expect, test } from 'vitest';
import type { Told } from '../cloud/told.ts';
import { answered, broughtBack, leaving, revised, triedAgain, type Chain } from './chain.ts';
import { latestOf } from './latest.ts';
import { unsent, type Parcel, type Stand } from './parcel.ts';

const entry = '019a0000-0000-7000-8000-00000000000a';
const at = '2026-11-20T09:42:00.000Z';

const submission: Parcel = {
  id: entry,
  does: 'submit',
  entry,
  form: 'pwausers',
  formVersion: 1,
  author: 'mickey-1',
  answers: { fname: 'Mickey' },
  savedAt: at,
  stand: unsent,
};
const revision: Parcel = { ...submission, id: 'change-1', does: 'revise' };
const there: Stand = { is: 'delivered', at, told: told(3) };

function told(version: number): Told {
  const times = { createdAt: at, updatedAt: at };
  return { id: entry, answers: {}, derived: undefined, version, ...times, receipt: {} };
}

function deliver(chain: Chain, id: string, version: number): Chain {
  return answered(leaving(chain, id), id, { answer: { ok: true, value: told(version) }, at });
}

test('typed while the entry was on its way, saved when it had arrived: a change to what arrived', () => {
  const chain: Chain = [{ ...submission, stand: there }];
  expect(revised(chain, revision).at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('what waits here has no version yet that a change could be made to', () => {
  const waiting: Parcel = { ...revision, ifVersion: 1 };
  expect(latestOf([waiting], entry)).toEqual({ id: entry, answers: revision.answers });
});

test('brought back when what it was built on has arrived meanwhile: a change to that', () => {
  const chain: Chain = [{ ...submission, stand: there }];
  expect(broughtBack(chain, revision).at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('brought from another device to a change made here: still a change to what was seen there', () => {
  const here: Parcel = { ...revision, id: 'change-2', ifVersion: 1 };
  const chain = broughtBack([here], { ...revision, ifVersion: 1 });
  expect(deliver(chain, 'change-2', 2).at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
});

test('gone there, and tried again as a new entry: it says what was to be made of it', () => {
  const refusal = { code: 'gone', title: 'Gone', complaints: [] };
  const gone: Parcel = { ...submission, stand: { is: 'attention', refusal } };
  const change: Parcel = { ...revision, answers: { fname: 'Minnie' } };
  const fresh = '019a0000-0000-7000-8000-00000000000b';
  expect(triedAgain([gone, change], entry, fresh)).toEqual([
    { ...submission, id: fresh, entry: fresh, answers: { fname: 'Minnie' } },
  ]);
});
