import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, decimalText, timesWhole, toDecimal, wholeTimes } from './decimal.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

const sumText = (numbers: readonly number[]) =>
  decimalText(numbers.map((it) => toDecimal(String(it))).reduce(addDecimals, toDecimal('0')));

test('a number is read as it is written, and its shortest text is the same number', () => {
  expect(decimalText(toDecimal('0.250'))).toBe('25e-2');
  expect(decimalText(toDecimal('-1200'))).toBe('-12e2');
  expect(decimalText(toDecimal('1.5e-7'))).toBe('15e-8');
  fc.assert(
    fc.property(number, (it) => {
      expect(Number(decimalText(toDecimal(String(it))))).toBe(it === 0 ? 0 : it);
    }),
  );
});

test('a sum is exact and in any order the same', () => {
  const sum = addDecimals(toDecimal('0.1'), toDecimal('0.2'));
  expect(decimalText(sum)).toBe('3e-1');
  expect(decimalText(timesWhole(sum, -10))).toBe('-3e0');
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect(sumText(numbers)).toBe(sumText(numbers.toReversed()));
    }),
  );
});

test('rounding down in two steps gives the same as in one', () => {
  expect(wholeTimes(toDecimal('0.3'), -1)).toBe(3n);
  expect(wholeTimes(toDecimal('-12.5'), 1)).toBe(-2n);
  const exponent = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(number, exponent, fc.nat({ max: 5 }), (it, first, more) => {
      const once = wholeTimes(toDecimal(String(it)), first + more);
      const digits = wholeTimes(toDecimal(String(it)), first);
      expect(wholeTimes({ digits, exponent: first }, first + more)).toBe(once);
    }),
  );
});
