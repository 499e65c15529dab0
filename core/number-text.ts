import { westernDigits } from './fields/characters.ts';

/** The number a person typed; what is not one stays as it is, for the field to complain about. */
export function numberInText(held: unknown): unknown {
  if (typeof held !== 'string') return held;
  const typed = westernDigits(held.trim()).replace(/^\u2212/, '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : held;
}

/** The number as a person would type it, which is never `1e-7`. */
export function textOfNumber(number: number): string {
  const [digits = '', exponent = ''] = number.toExponential().split('e-');
  if (Number(exponent) < 7) return String(number);
  const sign = number < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/\D/g, '')}`;
}
