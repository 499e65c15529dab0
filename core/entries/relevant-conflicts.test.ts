import { expect, test } from 'vitest';
import { evaluateForm } from '../logic/evaluate-form.ts';
import { waterForm } from '../testing/water-form.ts';
import { mergeAnswers, type MergeInput } from './merge-answers.ts';
import { withIrrelevantDecided } from './relevant-conflicts.ts';

const base = { name: 'Ann', source: 'other', other: 'A well' };

function decided(mine: object, theirs: object) {
  const sides: MergeInput = { base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } };
  return mergeAnswers(
    withIrrelevantDecided(waterForm, sides, (answers) =>
      evaluateForm(waterForm, answers, { today: '' }),
    ),
  );
}

test('a conflict about a question that is no longer asked is decided, and the own answer is kept', () => {
  const { conflicts, answers } = decided({ other: 'A river' }, { source: 'tap', other: undefined });
  expect([conflicts, answers]).toEqual([[], { name: 'Ann', source: 'tap', other: 'A river' }]);
});

test('a conflict is asked about if one of the answers to choose from makes it a question', () => {
  const theirs = { source: undefined, other: 'A lake' };
  expect(decided({ source: 'tap', other: 'A river' }, theirs).conflicts).toEqual(['source']);
  expect(decided({ other: 'A river' }, { other: 'A lake' }).conflicts).toEqual(['other']);
});
