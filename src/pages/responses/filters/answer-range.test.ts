import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, number, text, year } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { isWithinRanges, rangedQuestions } from './answer-range.ts';
import { filterInQuery, filterToQuery } from './filter-query.ts';
import { countActive, noFilter, withBound } from './response-filter.ts';

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    age: number({ label: 'Age', optional: true }),
    built: year({ label: 'Built', optional: true }),
    born: date({ label: 'Born', optional: true }),
  },
});
const everyRelevant = { has: () => false };

test('numbers and days have a range, texts have none', () => {
  expect(rangedQuestions(form).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'age: number',
    'built: number',
    'born: date',
  ]);
});

test('both ends belong to a range, and numbers are compared as numbers', () => {
  const ages = { age: { from: '9', to: '10' } };
  const isWithin = (age: unknown) => isWithinRanges({ age }, everyRelevant, ages);
  expect([8.9, 9, 9.5, 10, 10.1].map(isWithin)).toEqual([false, true, true, true, false]);
  const days = { born: { from: '1999-12-31' } };
  expect(isWithinRanges({ born: '1999-12-31' }, everyRelevant, days)).toBe(true);
  expect(isWithinRanges({ born: '1999-12-30' }, everyRelevant, days)).toBe(false);
});

test('what was not answered, or not asked, is in no range', () => {
  const ranges = { age: { from: '-1000' } };
  expect(isWithinRanges({}, everyRelevant, ranges)).toBe(false);
  expect(isWithinRanges({ age: 5 }, { has: (it: string) => it === 'age' }, ranges)).toBe(false);
});

const inAddress = (query: string) =>
  filterInQuery(new URLSearchParams(query), form, responsesMessages).ranges;

test('the ranges are in the address, and one that makes no sense is none', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (from) => {
      const filter = withBound(noFilter, 'age', 'from', String(from));
      expect(inAddress(filterToQuery(filter).toString())).toEqual(filter.ranges);
    }),
  );
  expect(inAddress('from.age=old&to.born=2026-02-30&from.name=a&to.built=Infinity')).toEqual({});
});

test('a range without an end is no filter', () => {
  const both = withBound(withBound(noFilter, 'age', 'from', '1'), 'age', 'to', '2');
  expect(countActive(both)).toBe(2);
  const none = withBound(withBound(both, 'age', 'to', ''), 'age', 'from', '');
  expect(none).toEqual(noFilter);
});
