import { expect, test } from 'vitest';
import { waterForm } from '#core/testing/water-form.ts';
import { answerRows } from './answer-rows.ts';

const rows = (answers: object) =>
  answerRows(waterForm, { answers: { ...answers }, formVersion: 1 }, String).map(
    ({ label, text }) => `${label}: ${text}`,
  );

test('a question that was left blank has a row, and one that was not asked has none', () => {
  expect(rows({ name: 'Ann', source: 'other' })).toEqual([
    'Name: Ann',
    'Where does Ann get water?: Somewhere else',
    'Where?: ',
    'How far is it?: ',
  ]);
  expect(rows({ name: 'Ann', source: 'tap' })).toHaveLength(2);
});

test('a calculated value with a label is shown like an answer, one without is not', () => {
  const answers = { name: 'Ann', source: 'other', metres: 1500, kilometres: 1.5, isFar: true };
  expect(rows(answers).slice(-2)).toEqual(['How far is it?: 1500 m', 'Kilometres: 1.5']);
});
