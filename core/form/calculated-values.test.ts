import { expect, test } from 'vitest';
import { number, repeat } from '../fields/index.ts';
import { calculatedPaths, withoutCalculated } from './calculated-values.ts';

const questions = {
  fields: {
    people: repeat({
      label: 'People',
      fields: { age: number({ label: 'Age' }) },
      calculate: { months: ({ age = 0 }) => age * 12 },
    }),
  },
  calculate: { count: () => 1 },
};

test('calculated values are found and left out, also inside repeats', () => {
  const paths = calculatedPaths(questions);
  expect(paths).toEqual(['count', 'people/months']);
  const id = '019a0000-0000-7000-8000-000000000001';
  const answers = { count: 1, people: [{ id, age: 2, months: 24 }] };
  expect(withoutCalculated(answers, paths)).toEqual({ people: [{ id, age: 2 }] });
  expect(withoutCalculated({ people: 'no list' }, paths)).toEqual({ people: 'no list' });
});
