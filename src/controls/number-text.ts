import { westernDigits } from '#core/values/characters.ts';
import type { NumberRange } from '#core/form/field.ts';
import { tidyCode } from '#core/values/tidy-text.ts';

/** Separators that can group digits but are never a decimal sign: spaces, apostrophes, the Arabic thousands separator. */
const onlyBetweenGroups = /(?<=\d)[ '\u2019\u066C](?=\d)/g;

/**
 * Parses a number that a person typed. Text that is not a number, or is ambiguous, is returned as text, and the
 * field reports it. Both a point and a comma are read as the decimal sign, or as a thousands separator if that is
 * the only possible reading. docs/decisions/0029.
 */
export function parseNumberText(value: unknown, range: NumberRange = {}): unknown {
  if (typeof value !== 'string') return value;
  const typed = westernDigits(tidyCode(value))
    .replace(/^[-\u2010-\u2015\u2212\uFE63] ?/, '-')
    .replace('\u066B', '.');
  const readings = possibleNumbers(typed);
  const fitting = readings.filter((it) => fits(it, range));
  // A point is taken for the decimal sign, as the page itself writes it; a comma is ambiguous.
  if (fitting.length > 1 && (range.whole || typed.includes(','))) return typed;
  return fitting[0] ?? readings[0] ?? value;
}

/** Every number that the text can mean, the one with a fraction first. */
function possibleNumbers(typed: string): readonly number[] {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(typed) ?? [];
  const plain = withoutGroupSeparators(body);
  if (plain === undefined) return [];
  const texts = [withFraction(plain), withThousands(plain, ','), withThousands(plain, '.')];
  const numbers = texts.flatMap((it) => (it === undefined ? [] : [Number(sign + it)]));
  return [...new Set(numbers)];
}

/** Removes group separators; `undefined` if the groups have the wrong lengths. */
function withoutGroupSeparators(body: string): string | undefined {
  if (!body.match(onlyBetweenGroups)) return body;
  const isGrouped = /^\d{1,3}([^\d.,]\d{2,3})*[^\d.,]\d{3}([.,]\d*)?$/.test(body);
  return isGrouped ? body.replace(onlyBetweenGroups, '') : undefined;
}

/** Reads `12.5` or `12,5`. */
function withFraction(body: string): string | undefined {
  return /^(\d+(?:[.,]\d*)?|[.,]\d+)$/.test(body) ? body.replace(',', '.') : undefined;
}

/** Reads `1,234`, `1,234,567.5` or `12,34,567`; with `by` as a point, the same with points and commas swapped. */
function withThousands(body: string, by: ',' | '.'): string | undefined {
  const other = by === ',' ? '.' : ',';
  const groups = new RegExp(`^[1-9]\\d{0,2}(\\${by}\\d{2,3})*\\${by}\\d{3}(\\${other}\\d*)?$`);
  return groups.test(body) ? body.replaceAll(by, '').replace(other, '.') : undefined;
}

function fits(it: number, { min = -Infinity, max = Infinity, whole }: NumberRange): boolean {
  return it >= min && it <= max && (!whole || Number.isInteger(it));
}

/** Formats a number without an exponent, as a person would type it. */
export function numberToText(number: number): string {
  const [digits = '', exponent = ''] = number.toExponential().split('e-');
  if (Number(exponent) < 7) return String(number);
  const sign = number < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/\D/g, '')}`;
}
