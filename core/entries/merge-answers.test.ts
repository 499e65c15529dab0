import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { getOwn } from '../values/own-property.ts';
import { isSameJson } from '../values/canonical-json.ts';
import { mergeAnswers } from './merge-answers.ts';

const base = { name: 'Mickey', seat: '1', phone: '7' };

test('a field that one side changed has the answer of that side', () => {
  const mine = { ...base, name: 'Minnie' };
  const theirs = { ...base, seat: '2' };
  expect(mergeAnswers({ base, mine, theirs })).toEqual({
    answers: { name: 'Minnie', seat: '2', phone: '7' },
    conflicts: [],
  });
});

test('a field that both sides changed is a conflict', () => {
  const mine = { ...base, name: 'Minnie', phone: '8' };
  const theirs = { ...base, name: 'Donald', seat: '2' };
  expect(mergeAnswers({ base, mine, theirs })).toEqual({
    answers: { seat: '2', phone: '8' },
    conflicts: ['name'],
  });
});

test('equal changes by both sides are no conflict, whatever the order of keys', () => {
  const mine = { at: { Latitude: 1, Longitude: 2 } };
  const theirs = { at: { Longitude: 2, Latitude: 1 } };
  expect(mergeAnswers({ base: {}, mine, theirs })).toEqual({ answers: mine, conflicts: [] });
});

test('removing an answer is a change', () => {
  const { phone: _, ...without } = base;
  expect(mergeAnswers({ base, mine: without, theirs: base }).answers).toEqual(without);
  expect(mergeAnswers({ base, mine: without, theirs: { ...base, phone: '8' } }).conflicts).toEqual([
    'phone',
  ]);
});

test('without a base, every difference is a conflict', () => {
  const theirs = { name: 'Mickey', seat: '2' };
  expect(mergeAnswers({ base: undefined, mine: base, theirs })).toEqual({
    answers: { name: 'Mickey' },
    conflicts: ['phone', 'seat'],
  });
});

const names = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__');
const answer = fc.oneof(
  fc.constantFrom('', 'x', 'y', 0, 1, false, true, null),
  fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
  fc.record({ Latitude: fc.constantFrom(1, 2), Longitude: fc.constantFrom(1, 2) }),
);
const answers = fc
  .array(fc.tuple(names, answer), { maxLength: 5 })
  .map((some) => Object.fromEntries(some) as Readonly<Record<string, unknown>>);
const bases = fc.option(answers, { nil: undefined });

test('merging with an unchanged side gives the other side', () => {
  fc.assert(
    fc.property(answers, answers, (same, other) => {
      const whole = { answers: other, conflicts: [] };
      expect(mergeAnswers({ base: same, mine: same, theirs: other })).toEqual(whole);
      expect(mergeAnswers({ base: same, mine: other, theirs: same })).toEqual(whole);
    }),
  );
});

test('swapping the two sides gives the same result', () => {
  fc.assert(
    fc.property(bases, answers, answers, (from, mine, theirs) => {
      expect(mergeAnswers({ base: from, mine, theirs })).toEqual(
        mergeAnswers({ base: from, mine: theirs, theirs: mine }),
      );
    }),
  );
});

test('every field is in the result with a changed answer, or is a conflict', () => {
  fc.assert(
    fc.property(bases, answers, answers, (from, mine, theirs) => {
      const merged = mergeAnswers({ base: from, mine, theirs });
      const fields = new Set([mine, theirs, from ?? {}].flatMap((it) => Object.keys(it)));
      for (const field of fields) {
        const [was, ours, others, now] = [from ?? {}, mine, theirs, merged.answers].map((it) =>
          getOwn(it, field),
        );
        const isConflict = merged.conflicts.includes(field);
        const isOurs = from !== undefined && isSameJson(others, was);
        const isTheirs = from !== undefined && isSameJson(ours, was);
        if (isOurs) expect(isSameJson(now, ours)).toBe(true);
        else if (isTheirs || isSameJson(ours, others)) expect(isSameJson(now, others)).toBe(true);
        else expect(isConflict).toBe(true);
        if (isConflict) expect(now).toBeUndefined();
      }
    }),
  );
});

test('a resolved conflict stays resolved when merged with the same version again', () => {
  fc.assert(
    fc.property(answers, answers, (decided, theirs) => {
      expect(mergeAnswers({ base: theirs, mine: decided, theirs }).answers).toEqual(decided);
    }),
  );
});
