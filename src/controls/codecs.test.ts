import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as kinds from '#core/fields/index.ts';
import { sampleFields } from '#core/testing/sample-fields.ts';
import { fromControlValue, toControlValue, toControlValueOf } from './codecs.ts';

const number = kinds.number({ label: 'Amount' }).control;
const location = kinds.location({ label: 'Pickup location' }).control;

test('a very small number is shown without an exponent', () => {
  expect(toControlValue(number, -2.5e-9)).toBe('-0.0000000025');
});

test('text that is a number becomes a number, and other text stays text', () => {
  expect(fromControlValue(number, ' -2.5 ')).toBe(-2.5);
  expect(fromControlValue(number, '1e9')).toBe('1e9');
  expect(fromControlValue(number, 'twelve')).toBe('twelve');
});

test('two empty inputs are no location; two numbers are one', () => {
  expect(fromControlValue(location, { Latitude: ' ', Longitude: '' })).toBeUndefined();
  expect(fromControlValue(location, { Latitude: '47.6', Longitude: '-122.3' })).toEqual({
    Latitude: 47.6,
    Longitude: -122.3,
  });
});

test.each<[typed: string, number]>([
  ['12,5', 12.5],
  ['53,35', 53.35],
  ['0,125', 0.125],
  [',5', 0.5],
  ['-1,5', -1.5],
  ['\u22121,5', -1.5],
  ['12.5', 12.5],
  ['1.234', 1.234],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234,567', 1_234_567],
  ['1.234.567', 1_234_567],
  ['12,34,567.5', 1_234_567.5],
  ['1 234,5', 1234.5],
  ['1\u202F234\u202F567', 1_234_567],
  ['1’234.50', 1234.5],
  ['١٢٫٥', 12.5],
  ['١٬٢٣٤٫٥', 1234.5],
  ['١٬٢٣٤', 1234],
  ['۱۲٫۵', 12.5],
])('%s is read as a number', (typed, expected) => {
  expect(fromControlValue(number, typed)).toBe(expected);
});

test.each([
  '1,2,3',
  '1.2.3',
  '12,3456,789',
  '1 2 3',
  '1,23.4,5',
  '1 2345',
  ',',
  '.',
  '12a',
  '1,,5',
])('%s is not a number', (typed) => {
  expect(fromControlValue(number, typed)).toBe(typed);
});

const between = (min: number, max: number, whole = false) =>
  kinds.number({ label: 'Amount', min, max, whole }).control;

test('an ambiguous number stays text, unless only one reading is within the limits', () => {
  expect(fromControlValue(number, '1,234')).toBe('1,234');
  expect(fromControlValue(between(0, 100), '1,234')).toBe(1.234);
  expect(fromControlValue(between(1000, 2000), '1,234')).toBe(1234);
  expect(fromControlValue(between(1000, 2000), '1.234')).toBe(1234);
  expect(fromControlValue(between(0, 9999, true), '1,234')).toBe(1234);
  expect(fromControlValue(between(0, 9999, true), '1.234')).toBe(1234);
  expect(fromControlValue(between(0, 9999, true), '1.000')).toBe('1.000');
});

test('a number that the page formats is read as the same number', () => {
  for (const it of [1.234, 1234, 0.001, -122.308, 12.5, 1e-9, 999.999, 1_234_567.891])
    expect(fromControlValue(number, toControlValue(number, it))).toBe(it);
});

test('in coordinates a comma is always a decimal sign', () => {
  expect(fromControlValue(location, { Latitude: '53,350', Longitude: '−6,260' })).toEqual({
    Latitude: 53.35,
    Longitude: -6.26,
  });
});

/** JSON has no -0, and nobody types it. */
const positiveZero = <Value>(value: Value) => (Object.is(value, -0) ? 0 : value);

test.each(Object.entries(sampleFields))(
  '%s: an answer shown in its control is read back unchanged',
  { tags: 'control-value-read-back' },
  (_, field) => {
    const values = fc.oneof(
      fc.constant(field.example),
      fc.anything().map(positiveZero),
      fc.double({ noNaN: true }).map(positiveZero),
      fc.record({
        Latitude: fc.double({ min: -90, max: 90, noNaN: true }).map(positiveZero),
        Longitude: fc.double({ min: -180, max: 180, noNaN: true }).map(positiveZero),
      }),
    );
    fc.assert(
      fc.property(values, (value) => {
        const parsed = field.parse(value);
        if (!parsed.ok) return;
        const controlValue = toControlValue(field.control, parsed.value);
        expect(field.parse(fromControlValue(field.control, controlValue))).toEqual(parsed);
      }),
    );
  },
);

const water = kinds.choice({
  label: 'Water',
  options: [
    ['tap', 'Tap'],
    ['other', 'Somewhere else'],
  ],
  other: 'other',
});

test('an option and its text are one answer, and the text of an option that is not chosen is none', () => {
  const { control } = water;
  expect(fromControlValue(control, { chosen: 'other', text: 'A spring' })).toEqual({
    other: 'A spring',
  });
  expect(fromControlValue(control, { chosen: 'tap', text: 'A spring' })).toBe('tap');
  expect(toControlValue(control, { other: 'A spring' })).toEqual({
    chosen: 'other',
    text: 'A spring',
  });
  expect(toControlValue(control, 'tap')).toBe('tap');
});

test('a draft keeps a text that was typed, whatever is chosen or missing now', () => {
  for (const typed of [{ chosen: 'tap', text: 'A spring' }, { typed: 'Atlan' }])
    expect(toControlValueOf(water, typed)).toBe(typed);
  expect(toControlValueOf(water, { other: 'A spring' })).toEqual({
    chosen: 'other',
    text: 'A spring',
  });
});
