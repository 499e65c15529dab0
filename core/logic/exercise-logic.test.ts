import { expect, test } from 'vitest';
import { choice, choices, number } from '../fields/index.ts';
import { exerciseLogic } from './exercise-logic.ts';

const fields = {
  age: number({ label: 'Age', whole: true, min: 0, max: 120 }),
  water: choice({
    label: 'Water',
    options: [
      ['tap', 'Tap'],
      ['well', 'Well'],
    ],
    optional: true,
  }),
  animals: choices({
    label: 'Animals',
    options: [
      ['cow', 'Cow'],
      ['goat', 'Goat'],
    ],
    optional: true,
  }),
};

type Answers = {
  readonly age?: number;
  readonly water?: string;
  readonly animals?: readonly string[];
};

test('logic that works for all answers has no failures', () => {
  const failures = exerciseLogic({
    id: 'farm',
    fields,
    calculate: { herds: ({ animals }) => (animals as readonly string[] | undefined)?.length },
    when: { water: ({ age }) => age !== undefined },
  });
  expect(failures).toEqual([]);
});

test.each<[string, (answers: Answers) => boolean]>([
  ['when nothing is answered', ({ animals }) => animals!.length > 0],
  ['for the largest number', ({ age }) => failIf(age === 120)],
  ['for the last option', ({ water }) => failIf(water === 'well')],
  ['for two options', ({ animals = [] }) => failIf(animals.length === 2)],
])('a rule that fails %s is found', (_, broken) => {
  const rules = [{ at: 'age', broken, message: 'Enter another age' }];
  const failures = exerciseLogic({ id: 'farm', fields, rules });
  expect(failures.map((it) => it.function)).toEqual(['rules.0']);
});

test('conditions that need each other are found, with the fields in the circle', () => {
  const failures = exerciseLogic({
    id: 'farm',
    fields,
    when: { water: ({ animals }) => !animals, animals: ({ water }) => !water },
  });
  expect(failures.map((it) => it.error)).toEqual([expect.stringMatching(/water.*animals/)]);
});

function failIf(condition: boolean): boolean {
  if (condition) throw new RangeError('mistake');
  return true;
}
