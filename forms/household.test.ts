import { expect, test } from 'vitest';
import { loadFields } from '#core/form/define-form.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { household } from './household.ts';

const rana = { id: '018f3c2e-7b1a-7000-8000-000000000001', name: 'Rana', age: 34, work: 'own' };
const omar = { id: '018f3c2e-7b1a-7000-8000-000000000002', name: 'Omar', age: 7, school: 'yes' };
const home = {
  governorate: 'karak',
  town: 'mutah',
  size: 2,
  people: [rana, omar],
  bedrooms: 2,
  rent: 'no',
  water: ['pipe'],
};
const today = '2026-11-26';

function evaluate(answers: object) {
  return evaluateForm(household, { ...home, ...answers }, { today });
}

test('a household is stored with the number of its children', () => {
  expect(parseAnswers(household, home, { today })).toEqual({
    ok: true,
    value: { ...home, children: 1 },
  });
});

test('school and work are asked by age', () => {
  const [adult, child] = evaluate({}).instances('people');
  expect([adult?.isRelevant('school'), adult?.isRelevant('work')]).toEqual([false, true]);
  expect([child?.isRelevant('school'), child?.isRelevant('work')]).toEqual([true, false]);
});

test('what was answered to a question that is no longer asked is not stored', () => {
  const answers = { ...home, rent: 'no', price: 120.5, people: [{ ...rana, school: 'no' }, omar] };
  expect(parseAnswers(household, answers, { today })).toEqual({
    ok: true,
    value: { ...home, children: 1 },
  });
});

test('a town belongs to its governorate', async () => {
  await loadFields(household);
  expect(evaluate({ governorate: 'irbid' }).parsed('town')?.ok).toBe(false);
  expect(evaluate({ governorate: 'karak' }).parsed('town')).toEqual({ ok: true, value: 'mutah' });
});

test('nobody has moved in after the year in which they answer', () => {
  expect(evaluate({ since: 2026 }).parsed('since')?.ok).toBe(true);
  expect(evaluate({ since: 2027 }).parsed('since')?.ok).toBe(false);
});

test('a household of children is possible, and noted; five bedrooms for each person are too many', () => {
  expect(evaluate({ size: 1, people: [omar] }).brokenRules()).toMatchObject([
    { at: 'people', isSoft: true },
  ]);
  expect(evaluate({ bedrooms: 11 }).issues()).toMatchObject([{ field: 'bedrooms' }]);
});

test('people who drink from a well are told to boil its water', () => {
  expect(evaluate({ water: ['well'] }).isRelevant('boil')).toBe(true);
  expect(evaluate({ water: ['pipe'] }).isRelevant('boil')).toBe(false);
});
