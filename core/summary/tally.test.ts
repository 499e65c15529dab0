import { expect, test } from 'vitest';
import * as kinds from '../fields/index.ts';
import { tallyOf } from './tally.ts';

const colours = { red: 'Red', green: 'Green' };
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
  expect(tallyOf(choice, ['green', 'green'])).toEqual({
    answered: 2,
    options: { red: 0, green: 2 },
  });
  expect(tallyOf(choices, [['red', 'green'], ['red'], []])).toEqual({
    answered: 3,
    options: { red: 2, green: 1 },
  });
  expect(tallyOf(consent, [true, false, true])).toEqual({
    answered: 3,
    options: { true: 2, false: 1 },
  });
});

test('numbers have a minimum, maximum, mean and median', () => {
  expect(tallyOf(number, []).numbers).toBeUndefined();
  expect(tallyOf(number, [7]).numbers).toEqual({ min: 7, max: 7, mean: 7, median: 7 });
  expect(tallyOf(number, [10, 1, 4]).numbers).toEqual({ min: 1, max: 10, mean: 5, median: 4 });
  expect(tallyOf(number, [8, 2, 1, 4]).numbers).toMatchObject({ median: 3 });
});

test('for all other kinds only the answers are counted', () => {
  for (const field of [text, email, phone, url, date, location])
    expect(tallyOf(field, [field.example])).toEqual({ answered: 1 });
});
