import { expect, test } from 'vitest';
import { choice, choices, hidden, number, text } from '#core/fields/index.ts';
import { prefilledBy } from './prefilled-by.ts';

const options = [
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
] as const;

const fields = {
  city: text({ label: 'City', max: 10, prefill: true }),
  table: number({ label: 'Table', whole: true, prefill: true }),
  day: choice({ label: 'Day', options, prefill: true }),
  days: choices({ label: 'Days', options, prefill: true }),
  name: text({ label: 'Name' }),
  source: hidden({ label: 'Source' }),
};

const by = (query: string) => prefilledBy({ fields }, new URLSearchParams(query));

test('a link fills in the fields that say so, and no other', () => {
  expect(by('city=Oslo&table=7&day=sat&days=fri&days=sat&name=Mallory&source=x&fbclid=1')).toEqual({
    values: { city: 'Oslo', table: '7', day: 'sat', days: ['fri', 'sat'] },
    refused: [],
  });
});

test('what is no answer is left out, and said', () => {
  expect(by('city=Llanfairpwllgwyngyll&table=seven&day=sun&days=fri&days=sun')).toEqual({
    values: {},
    refused: ['city', 'table', 'day', 'days'],
  });
  expect(by('city=Oslo&city=Bergen')).toEqual({ values: {}, refused: ['city'] });
});

test('a parameter without a value says nothing', () => {
  expect(by('city=&table=%20&day')).toEqual({ values: {}, refused: [] });
  expect(by('')).toEqual({ values: {}, refused: [] });
});

test.each(['__proto__', 'constructor', 'toString'])('%s is no field', (name) => {
  expect(by(`${name}=x`)).toEqual({ values: {}, refused: [] });
});
