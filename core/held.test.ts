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
