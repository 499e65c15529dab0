import { expect, test } from 'vitest';
import * as kinds from '../fields/index.ts';
import { sampleFields } from '../testing/sample-fields.ts';
import { tallyOfAnswers } from '../testing/tally-of-answers.ts';

const colours = [
  ['red', 'Red'],
  ['green', 'Green'],
] as const;
const text = kinds.text({ label: 'First name' });
const email = kinds.email({ label: 'Email address' });
const phone = kinds.phone({ label: 'Phone number' });
const url = kinds.url({ label: 'Web page' });
const number = kinds.number({ label: 'Age' });
const date = kinds.date({ label: 'Birthday' });
const choice = kinds.choice({ label: 'Colour', options: colours });
const choices = kinds.choices({ label: 'Colours', options: colours });
const consent = kinds.consent({ label: 'Terms', statement: 'I agree to the terms' });
const location = kinds.location({ label: 'Pickup location' });

test('a choice is counted by option, including options that nobody chose', () => {
  expect(tallyOfAnswers(choice, ['green', 'green'])).toEqual({
    answered: 2,
    options: { red: 0, green: 2 },
  });
  expect(tallyOfAnswers(choices, [['red', 'green'], ['red'], []])).toEqual({
    answered: 3,
    options: { red: 2, green: 1 },
  });
  expect(tallyOfAnswers(consent, [true, false, true])).toEqual({
    answered: 3,
    options: { true: 2, false: 1 },
  });
});

test('an option that asks for a text is counted whatever its text is', () => {
  const water = kinds.choice({ label: 'Water', options: colours, other: 'green' });
  expect(tallyOfAnswers(water, ['red', { green: 'a spring' }, { green: 'a well' }])).toEqual({
    answered: 3,
    options: { red: 1, green: 2 },
  });
});

test('of a long list, what was chosen is counted, the most frequent first', () => {
  const { choiceFrom } = sampleFields;
  expect(tallyOfAnswers(choiceFrom, ['giza', 'tanta', 'tanta'])).toEqual({
    answered: 3,
    mostChosen: { tanta: 2, giza: 1 },
  });
  const many = Array.from({ length: 500 }, (_, i) => `town ${i}`);
  const { mostChosen = {} } = tallyOfAnswers(choiceFrom, [...many, 'town 499']);
  expect(Object.keys(mostChosen)).toHaveLength(100);
  expect(Object.entries(mostChosen)[0]).toEqual(['town 499', 2]);
});

test('a matrix is counted by row and column', () => {
  const opinion = kinds.matrix({ label: 'Opinion', rows: colours, columns: colours });
  const answers = [{ red: 'green', green: 'red' }, { red: 'green' }];
  expect(tallyOfAnswers(opinion, answers)).toEqual({
    answered: 2,
    rows: { red: { red: 0, green: 2 }, green: { red: 1, green: 0 } },
  });
});

test('a ranking is counted by option and rank', () => {
  const order = kinds.ranking({ label: 'Order', options: colours });
  const answers = [
    ['red', 'green'],
    ['green', 'red'],
    ['green', 'red'],
  ];
  expect(tallyOfAnswers(order, answers)).toEqual({
    answered: 3,
    ranks: { red: [1, 2], green: [2, 1] },
  });
});

test('numbers have a minimum, maximum, mean and median', () => {
  expect(tallyOfAnswers(number, []).numbers).toBeUndefined();
  expect(tallyOfAnswers(number, [7]).numbers).toEqual({ min: 7, max: 7, mean: 7, median: 7 });
  expect(tallyOfAnswers(number, [10, 1, 4]).numbers).toEqual({
    min: 1,
    max: 10,
    mean: 5,
    median: 4,
  });
  expect(tallyOfAnswers(number, [8, 2, 1, 4]).numbers).toMatchObject({ median: 3 });
});

test('for all other kinds only the answers are counted', () => {
  for (const field of [text, email, phone, url, date, location])
    expect(tallyOfAnswers(field, [field.example])).toEqual({ answered: 1 });
});

test('the numbers of a scale are counted one by one, and have a mean', () => {
  const scale = kinds.scale({ label: 'How likely?', min: -1, max: 1 });
  expect(tallyOfAnswers(scale, [1, 1, -1, 1])).toEqual({
    answered: 4,
    options: { '-1': 1, '0': 0, '1': 3 },
    numbers: { min: -1, max: 1, mean: 0.5, median: 1 },
  });
});
