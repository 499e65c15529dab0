import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameJson } from '#core/values/canonical-json.ts';
import { getOwn } from '#core/values/own-property.ts';
import { err, ok } from '#core/values/result.ts';
import { answered, leaving, revised, submitted, type EntryChanges } from './entry-changes.ts';
import type { Answers } from './queued-change.ts';
import {
  delivered,
  entry,
  sampleChange,
  refused,
  revision,
  sending,
  sampleApiEntry,
  unknown,
  withdrawal,
} from '../../testing/sample-changes.ts';

const at = '2026-11-20T09:42:00.000Z';
const base = { fname: 'Mickey', phone: '1' };
const named = revision({ ...base, fname: 'Minnie' }, { id: 'named', base });
const phoned = revision({ ...base, phone: '2' }, { id: 'phoned', base });
const both = { fname: 'Minnie', phone: '2' };

const answersIn = (entryChanges: EntryChanges) => entryChanges.map((it) => it.answers);
const statusesIn = (entryChanges: EntryChanges) => entryChanges.map((it) => it.status.is);

function stored(
  entryChanges: EntryChanges,
  id: string,
  version: number,
  answers: Answers,
): EntryChanges {
  return answered(leaving(entryChanges, id), id, {
    answer: ok(sampleApiEntry(version, answers)),
    at,
  });
}

function tooLate(
  entryChanges: EntryChanges,
  id: string,
  version: number,
  answers: Answers,
): EntryChanges {
  const problem = {
    is: 'refused' as const,
    code: 'stale',
    title: 'Too late',
    issues: [],
    current: sampleApiEntry(version, answers),
  };
  return answered(leaving(entryChanges, id), id, { answer: err(problem), at });
}

test('two tabs change different fields of a waiting entry: both are in the waiting change', () => {
  const waiting = sampleChange({ answers: base });
  for (const tabs of [
    [named, phoned],
    [phoned, named],
  ])
    expect(answersIn(tabs.reduce(revised, [waiting]))).toEqual([both]);
});

test('a waiting change with new answers was saved when they were', () => {
  const savedAt = '2026-11-20T10:00:00.000Z';
  const change = revision({ fname: 'Minnie' }, { base: { fname: 'Mickey' }, savedAt });
  expect(revised([sampleChange()], change)).toMatchObject([
    { kind: 'submit', answers: { fname: 'Minnie' }, savedAt },
  ]);
});

test('two tabs change different fields of a delivered entry: both are sent as one change', () => {
  const tabs = [named, phoned].map((it) => ({ ...it, ifVersion: 1 }));
  const [change, ...none] = tabs.reduce(revised, [] as EntryChanges);
  expect(change).toMatchObject({ id: 'named', answers: both, base, ifVersion: 1 });
  expect(none).toEqual([]);
});

test('two tabs change the same field of a waiting entry: the second queues behind the first, then its author is asked', () => {
  const other = revision({ ...base, fname: 'Donald' }, { id: 'other', base });
  const before = [named, other].reduce(revised, [sampleChange({ answers: base })]);
  expect(answersIn(before)).toEqual([named.answers, other.answers]);
  const after = stored(before, entry, 1, { ...base, fname: 'Minnie' });
  expect(statusesIn(after)).toEqual(['delivered', 'attention']);
  expect(after[1]?.status).toMatchObject({ problem: { code: 'stale', current: { version: 1 } } });
});

test('a change without a base undoes nothing of the waiting change', () => {
  const entryChanges = [
    revision({ ...base, phone: '2' }, { id: 'phoned', ifVersion: 1 }),
    revision({ ...base, fname: 'Minnie' }, { id: 'named', ifVersion: 1 }),
  ].reduce(revised, [] as EntryChanges);
  const after = stored(entryChanges, 'phoned', 2, { ...base, phone: '2' });
  expect(after[1]).toMatchObject({ ifVersion: 1, status: { is: 'waiting' } });
  expect(statusesIn(tooLate(after, 'named', 2, { ...base, phone: '2' }))).toEqual([
    'delivered',
    'attention',
  ]);
});

test.each([
  ['perhaps', unknown],
  ['now', sending],
])(
  'changed in two tabs while it is being sent, %s: both changes are based on the delivered entry',
  (_, status) => {
    const before = [named, phoned].reduce(revised, [sampleChange({ answers: base, status })]);
    // Not for changes that were typed before the first one arrived.
    expect(answersIn(before)).toEqual([base, both]);
    const after = stored(before, entry, 1, base);
    expect(after[1]).toMatchObject({ ifVersion: 1, base, answers: both });
  },
);

test('based on a change that was being sent, saved after that and another one arrived: based on the current entry', () => {
  const entryChanges = [sampleChange({ status: delivered(3, { ...base, phone: '2' }) })];
  expect(revised(entryChanges, named).at(-1)).toMatchObject({
    ifVersion: 3,
    answers: both,
    base: { ...base, phone: '2' },
    status: { is: 'waiting' },
  });
});

test('a conflict in another field: the change is rebased, and nobody is asked', () => {
  const after = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, { ...base, phone: '2' });
  expect(after).toEqual([{ ...named, answers: both, base: { ...base, phone: '2' }, ifVersion: 5 }]);
});

test('a second and a third conflict in other fields: rebased as well', () => {
  const second = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, { ...base, phone: '2' });
  const third = tooLate(second, 'named', 6, { ...base, phone: '3' });
  expect(third).toMatchObject([
    { ifVersion: 6, answers: { fname: 'Minnie', phone: '3' }, status: { is: 'waiting' } },
  ]);
});

test('a conflict in the same field: the author is asked, and again if the entry changes again', () => {
  const theirs = { ...base, fname: 'Donald' };
  const conflicting = tooLate([{ ...named, ifVersion: 1 }], 'named', 5, theirs);
  expect(conflicting).toMatchObject([
    { base, answers: named.answers, status: { is: 'attention' } },
  ]);
  const decided = revision({ ...base, fname: 'Minnie' }, { id: 'x', base: theirs, ifVersion: 5 });
  const again = revised(conflicting, decided);
  expect(again).toMatchObject([{ id: 'named', base: theirs, ifVersion: 5 }]);
  const phonedThere = tooLate(again, 'named', 6, { ...theirs, phone: '2' });
  expect(phonedThere).toMatchObject([{ ifVersion: 6, answers: both, status: { is: 'waiting' } }]);
});

test('a conflict without a newer version is not sent again for ever', () => {
  expect(statusesIn(tooLate([{ ...named, ifVersion: 5 }], 'named', 5, base))).toEqual([
    'attention',
  ]);
});

test('a conflict between answers to two versions of the form: the author is asked', () => {
  const entryChanges = leaving([{ ...named, ifVersion: 1 }], 'named');
  const current = { ...sampleApiEntry(2, { guest: 'Mickey' }), formVersion: 2 };
  const stale = { is: 'refused' as const, code: 'stale', title: '', issues: [], current };
  expect(statusesIn(answered(entryChanges, 'named', { answer: err(stale), at }))).toEqual([
    'attention',
  ]);
});

test('a change behind an entry that the server converted to a newer form is based on the stored version', () => {
  const entryChanges = leaving([sampleChange({ answers: base }), named], entry);
  const answer = ok({ ...sampleApiEntry(1, { guest: 'Mickey' }), formVersion: 2 });
  expect(answered(entryChanges, entry, { answer, at })[1]).toMatchObject({
    ifVersion: 1,
    answers: named.answers,
    status: { is: 'waiting' },
  });
});

test('edited again while a conflict is open: the author is still asked', () => {
  const current = sampleApiEntry(5, { ...base, fname: 'Donald' });
  const before = [{ ...named, ifVersion: 1, status: refused('stale', { current }) }];
  const more = revision({ fname: 'Minnie', phone: '2' }, { id: 'more', base: named.answers ?? {} });
  expect(revised(before, more)).toMatchObject([
    { id: 'named', base, answers: both, ifVersion: 1, status: { is: 'attention' } },
  ]);
});

test('new answers after a refused withdrawal are a revision, and withdraw nothing', () => {
  const before = [
    sampleChange({ status: delivered(1, base) }),
    withdrawal({ status: refused('') }),
  ];
  expect(revised(before, { ...named, ifVersion: 1 }).map(({ kind }) => kind)).toEqual([
    'submit',
    'revise',
  ]);
});

test('submitting a draft again with other answers undoes no change made elsewhere', () => {
  const entryChanges = revised([sampleChange({ answers: base })], phoned);
  const again = sampleChange({ answers: { ...base, fname: 'Minnie' }, base });
  expect(answersIn(submitted(entryChanges, again, 'fresh'))).toEqual([both]);
});

const value = fc.constantFrom('a', 'b', 'c', undefined);
const someAnswers = fc
  .record({ x: value, y: value, z: value })
  .map((it) => Object.fromEntries(Object.entries(it).filter(([, answer]) => answer)) as Answers);

test('of two changes to a waiting entry neither silently undoes the other, in any order', () => {
  fc.assert(
    fc.property(someAnswers, someAnswers, someAnswers, (was, one, other) => {
      const changes = [one, other].map((answers, i) =>
        revision(answers, { id: `${i}`, base: was }),
      );
      const entryChanges = changes.reduce(revised, [sampleChange({ answers: was })]);
      const after = stored(entryChanges, entry, 1, entryChanges[0]?.answers ?? {});
      // Either it is stored, or its author is asked.
      const isConflict = after.some(({ status }) => status.is === 'attention');
      for (const field of ['x', 'y', 'z'])
        for (const answers of [one, other]) {
          const mine = getOwn(answers, field);
          const isMine = !isSameJson(mine, getOwn(was, field));
          const now = getOwn(entryChanges[0]?.answers ?? {}, field);
          if (isMine && !isConflict) expect(isSameJson(now, mine)).toBe(true);
        }
    }),
  );
});
