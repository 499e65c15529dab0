import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '#core/entries/merge.ts';
import { own } from '#core/own.ts';
import { err, ok } from '#core/result.ts';
import { answered, leaving, revised, submitted, type Chain } from './chain.ts';
import type { Answers } from './parcel.ts';
import {
  delivered,
  entry,
  parcel,
  refused,
  revision,
  sending,
  told,
  unknown,
  withdrawal,
} from './sample-parcels.ts';

const at = '2026-11-20T09:42:00.000Z';
const base = { fname: 'Mickey', phone: '1' };
const named = revision({ ...base, fname: 'Minnie' }, { id: 'named', base });
const phoned = revision({ ...base, phone: '2' }, { id: 'phoned', base });
const both = { fname: 'Minnie', phone: '2' };

const answersIn = (chain: Chain) => chain.map((it) => it.answers);
const standsIn = (chain: Chain) => chain.map((it) => it.stand.is);

function stored(chain: Chain, id: string, version: number, answers: Answers): Chain {
  return answered(leaving(chain, id), id, { answer: ok(told(version, answers)), at });
}

function tooLate(chain: Chain, id: string, version: number, answers: Answers): Chain {
  const problem = {
    is: 'refused' as const,
    code: 'stale',
    title: 'Too late',
    complaints: [],
    current: told(version, answers),
  };
  return answered(leaving(chain, id), id, { answer: err(problem), at });
}

test('two tabs change what waits, each another field: both changes are in what waits', () => {
  const waiting = parcel({ answers: base });
  for (const tabs of [
    [named, phoned],
    [phoned, named],
  ])
    expect(answersIn(tabs.reduce(revised, [waiting]))).toEqual([both]);
});

test('two tabs change what the server has, each another field: both leave as one change', () => {
  const tabs = [named, phoned].map((it) => ({ ...it, ifVersion: 1 }));
  const [change, ...none] = tabs.reduce(revised, [] as Chain);
  expect(change).toMatchObject({ id: 'named', answers: both, base, ifVersion: 1 });
  expect(none).toEqual([]);
});

test('two tabs change one field of what waits: the second waits behind the first, and then its author is asked', () => {
  const other = revision({ ...base, fname: 'Donald' }, { id: 'other', base });
  const before = [named, other].reduce(revised, [parcel({ answers: base })]);
  expect(answersIn(before)).toEqual([named.answers, other.answers]);
  const after = stored(before, entry, 1, { ...base, fname: 'Minnie' });
  expect(standsIn(after)).toEqual(['delivered', 'attention']);
  expect(after[1]?.stand).toMatchObject({ refusal: { code: 'stale', current: { version: 1 } } });
});

test('who does not know what they began from undoes nothing of what waits', () => {
  const chain = [
    revision({ ...base, phone: '2' }, { id: 'phoned', ifVersion: 1 }),
    revision({ ...base, fname: 'Minnie' }, { id: 'named', ifVersion: 1 }),
  ].reduce(revised, [] as Chain);
  const after = stored(chain, 'phoned', 2, { ...base, phone: '2' });
  expect(after[1]).toMatchObject({ ifVersion: 1, stand: { is: 'waiting' } });
  expect(standsIn(tooLate(after, 'named', 2, { ...base, phone: '2' }))).toEqual([
    'delivered',
    'attention',
  ]);
});

test.each([
  ['perhaps', unknown],
  ['now', sending],
])(
  'changed in two tabs while it is on its way, %s: once it has arrived, both changes are made to that',
  (_, stand) => {
    const before = [named, phoned].reduce(revised, [parcel({ answers: base, stand })]);
    // Nobody sends what was typed before the first arrived.
    expect(answersIn(before)).toEqual([base, both]);
    const after = stored(before, entry, 1, base);
    expect(after[1]).toMatchObject({ ifVersion: 1, base, answers: both });
  },
);

test('typed on what was on its way, saved when that and another change had arrived: made to what is there', () => {
  const chain = [parcel({ stand: delivered(3, { ...base, phone: '2' }) })];
  expect(revised(chain, named).at(-1)).toMatchObject({
    ifVersion: 3,
    answers: both,
    base: { ...base, phone: '2' },
    stand: { is: 'waiting' },
  });
});

test('somebody was faster with another field: the change is made to theirs, and nobody is asked', () => {
  const after = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, { ...base, phone: '2' });
  expect(after).toEqual([{ ...named, answers: both, base: { ...base, phone: '2' }, ifVersion: 5 }]);
});

test('somebody was faster a second and a third time: still', () => {
  const second = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, { ...base, phone: '2' });
  const third = tooLate(second, 'named', 6, { ...base, phone: '3' });
  expect(third).toMatchObject([
    { ifVersion: 6, answers: { fname: 'Minnie', phone: '3' }, stand: { is: 'waiting' } },
  ]);
});

test('somebody was faster with the same field: the author is asked, and the second time about the new one', () => {
  const theirs = { ...base, fname: 'Donald' };
  const asked = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, theirs);
  expect(asked).toMatchObject([{ base, answers: named.answers, stand: { is: 'attention' } }]);
  const decided = revision({ ...base, fname: 'Minnie' }, { id: 'x', base: theirs, ifVersion: 5 });
  const again = revised(asked, decided);
  expect(again).toMatchObject([{ id: 'named', base: theirs, ifVersion: 5 }]);
  const phonedThere = tooLate(again, 'named', 6, { ...theirs, phone: '2' });
  expect(phonedThere).toMatchObject([{ ifVersion: 6, answers: both, stand: { is: 'waiting' } }]);
});

test('refused by a server that has nothing newer to tell, it is not sent for ever', () => {
  expect(standsIn(tooLate([{ ...named, ifVersion: 5 }], 'named', 5, base))).toEqual(['attention']);
});

test('answers to two versions of a form are not taken for one another: the author is asked', () => {
  const chain = leaving([{ ...named, ifVersion: 1 }], 'named');
  const current = { ...told(2, { guest: 'Mickey' }), formVersion: 2 };
  const stale = { is: 'refused' as const, code: 'stale', title: '', complaints: [], current };
  expect(standsIn(answered(chain, 'named', { answer: err(stale), at }))).toEqual(['attention']);
});

test('a change behind an entry that the server has understood as a later form goes to what was stored', () => {
  const chain = leaving([parcel({ answers: base }), named], entry);
  const answer = ok({ ...told(1, { guest: 'Mickey' }), formVersion: 2 });
  expect(answered(chain, entry, { answer, at })[1]).toMatchObject({
    ifVersion: 1,
    answers: named.answers,
    stand: { is: 'waiting' },
  });
});

test('edited once more while the author is still to be asked: they are asked all the same', () => {
  const current = told(5, { ...base, fname: 'Donald' });
  const before = [{ ...named, ifVersion: 1, stand: refused('stale', { current }) }];
  const more = revision({ fname: 'Minnie', phone: '2' }, { id: 'more', base: named.answers ?? {} });
  expect(revised(before, more)).toMatchObject([
    { id: 'named', base, answers: both, ifVersion: 1, stand: { is: 'attention' } },
  ]);
});

test('other answers after a refused withdrawal are a change, and withdraw nothing', () => {
  const before = [parcel({ stand: delivered(1, base) }), withdrawal({ stand: refused('') })];
  expect(revised(before, { ...named, ifVersion: 1 }).map(({ does }) => does)).toEqual([
    'submit',
    'revise',
  ]);
});

test('a draft sent again with other answers after a change to it elsewhere undoes nothing of that', () => {
  const chain = revised([parcel({ answers: base })], phoned);
  const again = parcel({ answers: { ...base, fname: 'Minnie' }, base });
  expect(answersIn(submitted(chain, again, 'fresh'))).toEqual([both]);
});

const value = fc.constantFrom('a', 'b', 'c', undefined);
const someAnswers = fc
  .record({ x: value, y: value, z: value })
  .map((it) => Object.fromEntries(Object.entries(it).filter(([, answer]) => answer)) as Answers);

test('of two changes to what waits, none takes anything from the other unseen, in whatever order they come', () => {
  fc.assert(
    fc.property(someAnswers, someAnswers, someAnswers, (was, one, other) => {
      const changes = [one, other].map((answers, i) =>
        revision(answers, { id: `${i}`, base: was }),
      );
      const chain = changes.reduce(revised, [parcel({ answers: was })]);
      const after = stored(chain, entry, 1, chain[0]?.answers ?? {});
      // Either it is in what is stored, or its author is asked.
      const isAsked = after.some(({ stand }) => stand.is === 'attention');
      for (const field of ['x', 'y', 'z'])
        for (const answers of [one, other]) {
          const mine = own(answers, field);
          const isMine = !isSame(mine, own(was, field));
          const now = own(chain[0]?.answers ?? {}, field);
          if (isMine && !isAsked) expect(isSame(now, mine)).toBe(true);
        }
    }),
  );
});
