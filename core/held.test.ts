import { expect, test } from 'vitest';
import { location as aLocation, number as aNumber } from './fields/index.ts';
import { fromHeld, toHeld } from './held.ts';

const number = aNumber({ label: 'Amount' }).control;
const location = aLocation({ label: 'Pickup location' }).control;

test('a very small number is shown in digits, for nobody types an exponent', () => {
  expect(toHeld(number, -2.5e-9)).toBe('-0.0000000025');
});

test('a number typed as text is a number, and text stays text', () => {
  expect(fromHeld(number, ' -2.5 ')).toBe(-2.5);
  expect(fromHeld(number, '1e9')).toBe('1e9');
  expect(fromHeld(number, 'twelve')).toBe('twelve');
});

test('two empty boxes are no place; two typed ones are', () => {
  expect(fromHeld(location, { Latitude: ' ', Longitude: '' })).toBeUndefined();
  expect(fromHeld(location, { Latitude: '47.6', Longitude: '-122.3' })).toEqual({
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
])('%s is a number as people write it somewhere', (typed, meant) => {
  expect(fromHeld(number, typed)).toBe(meant);
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
])('%s is no number', (typed) => {
  expect(fromHeld(number, typed)).toBe(typed);
});

const between = (min: number, max: number, whole = false) =>
  aNumber({ label: 'Amount', min, max, whole }).control;

test('what may be a thousand times as much is no number, unless only one of the two could be meant', () => {
  expect(fromHeld(number, '1,234')).toBe('1,234');
  expect(fromHeld(between(0, 100), '1,234')).toBe(1.234);
  expect(fromHeld(between(1000, 2000), '1,234')).toBe(1234);
  expect(fromHeld(between(1000, 2000), '1.234')).toBe(1234);
  expect(fromHeld(between(0, 9999, true), '1,234')).toBe(1234);
  expect(fromHeld(between(0, 9999, true), '1.234')).toBe(1234);
  expect(fromHeld(between(0, 9999, true), '1.000')).toBe('1.000');
});

test('what the page writes for a number is read as that number', () => {
  for (const it of [1.234, 1234, 0.001, -122.308, 12.5, 1e-9, 999.999, 1_234_567.891])
    expect(fromHeld(number, toHeld(number, it))).toBe(it);
});

test('a place has no thousands: a comma in it begins a fraction', () => {
  expect(fromHeld(location, { Latitude: '53,350', Longitude: '−6,260' })).toEqual({
    Latitude: 53.35,
    Longitude: -6.26,
  });
});
