import { westernDigits } from './fields/characters.ts';
import { tidyCode } from './fields/tidy.ts';

/** What a number may be: what fits decides what a text is taken for. */
export type NumberRange = {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** What may stand between groups of digits and is never a decimal sign: blanks, apostrophes, Arabic's own. */
const onlyBetweenGroups = /(?<=\d)[ '\u2019\u066C](?=\d)/g;

/**
 * The number a person typed; what is not one stays as it is, for the field to say what is wrong. A point
 * is the decimal sign, as where the page writes numbers itself, and so is a comma; either may part
 * thousands where that is the only way to read it. docs/decisions/0029.
 */
export function numberInText(held: unknown, range: NumberRange = {}): unknown {
  if (typeof held !== 'string') return held;
  const typed = westernDigits(tidyCode(held))
    .replace(/^[-\u2010-\u2015\u2212\uFE63] ?/, '-')
    .replace('\u066B', '.');
  const readings = readingsOf(typed);
  const fitting = readings.filter((it) => fits(it, range));
  // Whoever types a point means the sign that the page itself uses.
  if (fitting.length > 1 && (range.whole || typed.includes(','))) return typed;
  return fitting[0] ?? readings[0] ?? held;
}

/** Whether a text may be two numbers, one a thousand times the other: `1,234`, and `1.000` for who counts. */
export function isTwoNumbers(text: unknown): boolean {
  return typeof text === 'string' && /^[+-]?[1-9]\d{0,2}(,\d{3}|\.000)$/.test(text);
}

/** Every number that the text may be, the one with a fraction first. */
function readingsOf(typed: string): readonly number[] {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(typed) ?? [];
  const plain = onlyGroups(body);
  if (plain === undefined) return [];
  const texts = [withFraction(plain), withThousands(plain, ','), withThousands(plain, '.')];
  const numbers = texts.flatMap((it) => (it === undefined ? [] : [Number(sign + it)]));
  return [...new Set(numbers)];
}

/** Without what parts groups; nothing where the groups are none. */
function onlyGroups(body: string): string | undefined {
  if (!body.match(onlyBetweenGroups)) return body;
  const isParted = /^\d{1,3}([^\d.,]\d{2,3})*[^\d.,]\d{3}([.,]\d*)?$/.test(body);
  return isParted ? body.replace(onlyBetweenGroups, '') : undefined;
}

/** `12.5`, `12,5`. */
function withFraction(body: string): string | undefined {
  return /^(\d+(?:[.,]\d*)?|[.,]\d+)$/.test(body) ? body.replace(',', '.') : undefined;
}

/** `1,234`, `1,234,567.5`, `12,34,567`; or the same the other way round. */
function withThousands(body: string, by: ',' | '.'): string | undefined {
  const other = by === ',' ? '.' : ',';
  const groups = new RegExp(`^[1-9]\\d{0,2}(\\${by}\\d{2,3})*\\${by}\\d{3}(\\${other}\\d*)?$`);
  return groups.test(body) ? body.replaceAll(by, '').replace(other, '.') : undefined;
}

function fits(it: number, { min = -Infinity, max = Infinity, whole }: NumberRange): boolean {
  return it >= min && it <= max && (!whole || Number.isInteger(it));
}

/** The number as a person would type it, which is never `1e-7`. */
export function textOfNumber(number: number): string {
  const [digits = '', exponent = ''] = number.toExponential().split('e-');
  if (Number(exponent) < 7) return String(number);
  const sign = number < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/\D/g, '')}`;
}
