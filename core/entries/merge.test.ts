import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { own } from '../own.ts';
import { isSame, merge } from './merge.ts';

const base = { name: 'Mickey', room: '1', phone: '7' };

test('who changed a field has the say about it', () => {
  const mine = { ...base, name: 'Minnie' };
  const theirs = { ...base, room: '2' };
  expect(merge({ base, mine, theirs })).toEqual({
    answers: { name: 'Minnie', room: '2', phone: '7' },
    conflicts: [],
  });
});

test('a field that both have changed is for a person to decide, and no other', () => {
  const mine = { ...base, name: 'Minnie', phone: '8' };
  const theirs = { ...base, name: 'Donald', room: '2' };
  expect(merge({ base, mine, theirs })).toEqual({
    answers: { room: '2', phone: '8' },
    conflicts: ['name'],
  });
});

test('changed to the same by both is no conflict, in whatever order its parts lie', () => {
  const mine = { at: { Latitude: 1, Longitude: 2 } };
  const theirs = { at: { Longitude: 2, Latitude: 1 } };
  expect(merge({ base: {}, mine, theirs })).toEqual({ answers: mine, conflicts: [] });
});

test('an answer taken away is a change', () => {
  const { phone: _, ...without } = base;
  expect(merge({ base, mine: without, theirs: base }).answers).toEqual(without);
  expect(merge({ base, mine: without, theirs: { ...base, phone: '8' } }).conflicts).toEqual([
    'phone',
  ]);
});

test('where nobody knows what both began from, all that differs is to be decided', () => {
  const theirs = { name: 'Mickey', room: '2' };
  expect(merge({ base: undefined, mine: base, theirs })).toEqual({
    answers: { name: 'Mickey' },
    conflicts: ['phone', 'room'],
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

test('merged with a side that changed nothing, it is the other side', () => {
  fc.assert(
    fc.property(answers, answers, (same, other) => {
      const whole = { answers: other, conflicts: [] };
      expect(merge({ base: same, mine: same, theirs: other })).toEqual(whole);
      expect(merge({ base: same, mine: other, theirs: same })).toEqual(whole);
    }),
  );
});

test('it does not matter which side is called mine', () => {
  fc.assert(
    fc.property(bases, answers, answers, (from, mine, theirs) => {
      expect(merge({ base: from, mine, theirs })).toEqual(
        merge({ base: from, mine: theirs, theirs: mine }),
      );
    }),
  );
});

test('what one side alone has changed is in the result; nothing is made up, and no field is lost', () => {
  fc.assert(
    fc.property(bases, answers, answers, (from, mine, theirs) => {
      const merged = merge({ base: from, mine, theirs });
      const fields = new Set([mine, theirs, from ?? {}].flatMap((it) => Object.keys(it)));
      for (const field of fields) {
        const [was, ours, others, now] = [from ?? {}, mine, theirs, merged.answers].map((it) =>
          own(it, field),
        );
        const isAsked = merged.conflicts.includes(field);
        const isOurs = from !== undefined && isSame(others, was);
        const isTheirs = from !== undefined && isSame(ours, was);
        if (isOurs) expect(isSame(now, ours)).toBe(true);
        else if (isTheirs || isSame(ours, others)) expect(isSame(now, others)).toBe(true);
        else expect(isAsked).toBe(true);
        if (isAsked) expect(now).toBeUndefined();
      }
    }),
  );
});

test('what is decided on one version stands when it is merged again with that version', () => {
  fc.assert(
    fc.property(answers, answers, (decided, theirs) => {
      expect(merge({ base: theirs, mine: decided, theirs }).answers).toEqual(decided);
    }),
  );
});
