import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, choices } from '../fields/index.ts';
import { tallyOfAnswers } from '../testing/tally-of-answers.ts';
import { crossAnswers } from './cross-answers.ts';

const options = [
  ['a', 'A'],
  ['b', 'B'],
  ['c', 'C'],
] as const;
const values = options.map(([value]) => value);
const one = fc.option(fc.constantFrom(...values), { nil: undefined });
const several = fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), {
  nil: undefined,
});

test('an entry counts where both are answered, and once for each pair of its choices', () => {
  const crossed = crossAnswers([
    ['a', ['x', 'y']],
    ['a', 'x'],
    ['b', undefined],
    [true, { other: 'A spring' }],
  ]);
  expect(crossed.answered).toBe(3);
  expect([crossed.count('a', 'x'), crossed.count('a', 'y'), crossed.count('b', 'x')]).toEqual([
    2, 1, 0,
  ]);
  expect(crossed.count('true', 'other')).toBe(1);
  expect([crossed.countOfFirst('a'), crossed.countOfSecond('x')]).toEqual([2, 2]);
});

test('a question crossed with itself has the counts of its chart', () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (answers) => {
      const crossed = crossAnswers(answers.map((it) => [it, it]));
      const { answered, options: counts } = tallyOfAnswers(
        choice({ label: 'One', options }),
        answers.filter((it) => it !== undefined),
      );
      expect(crossed.answered).toBe(answered);
      for (const it of values) expect(crossed.count(it, it)).toBe(counts?.[it] ?? 0);
    }),
  );
});

test('which question comes first makes no difference, and a row adds up unless several are chosen', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(one, several), { maxLength: 30 }), (pairs) => {
      const crossed = crossAnswers(pairs);
      const turned = crossAnswers(pairs.map(([first, second]) => [second, first]));
      const firsts = values.reduce((sum, it) => sum + crossed.countOfFirst(it), 0);
      expect(firsts).toBe(crossed.answered);
      for (const it of values)
        for (const other of values) {
          expect(crossed.count(it, other)).toBe(turned.count(other, it));
          expect(crossed.count(it, other)).toBeLessThanOrEqual(crossed.countOfFirst(it));
        }
      const { options: counts } = tallyOfAnswers(
        choices({ label: 'Several', options }),
        pairs.flatMap(([first, second]) => (first === undefined ? [] : [second])),
      );
      for (const it of values) expect(crossed.countOfSecond(it)).toBe(counts?.[it] ?? 0);
    }),
  );
});
