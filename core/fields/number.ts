import type { AnswerTexts, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { isStorable, largestStorable } from '../values/storable-number.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type NumberOptions = FieldOptions & {
  /** The smallest number that is accepted. */
  readonly min?: number;
  /** The largest number that is accepted. */
  readonly max?: number;
  /** Accepts whole numbers only. */
  readonly whole?: boolean;
  /** Shown beside the input, such as `kg`. */
  readonly unit?: string;
};

/** A number that can be stored exactly: finite, and not rounded on the way. */
export function number<const Options extends NumberOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const {
    min = -largestStorable,
    max = largestStorable,
    whole = false,
    unit,
  }: NumberOptions = options;
  return makeField(options, {
    control: {
      is: 'input',
      type: 'number',
      // The numeric keyboard of an iPhone has no minus sign.
      ...(min >= 0 && { inputMode: whole ? 'numeric' : 'decimal' }),
      ...(unit && { unit }),
      range: { min, max, whole },
    },
    summary: 'numbers',
    missing: 'enter',
    limits: { min: options.min, max: options.max, whole },
    read: (value) => {
      const isOne = typeof value === 'number' && isStorable(value);
      const fits = isOne && value >= min && value <= max && (!whole || Number.isInteger(value));
      if (fits) return ok(value);
      return err(isAmbiguousNumber(value) ? 'two-numbers' : 'no-number');
    },
    jsonSchema: { type: whole ? 'integer' : 'number', minimum: min, maximum: max },
    example: Math.min(Math.max(min, 1), max),
    within: (bounds) =>
      number({ ...options, ...narrowerLimits<number>(options, bounds, Number.isFinite) }),
    show: withUnit(unit),
  });
}

/** A number as text, with its unit if it has one. */
export function withUnit(unit: string | undefined) {
  return (answer: number, texts?: AnswerTexts): string =>
    unit ? `${texts?.number(answer) ?? answer} ${texts?.unit ?? unit}` : String(answer);
}

/** Whether a text can be read as two numbers, such as `1,234`, or `1.000` where only whole numbers are accepted. */
export function isAmbiguousNumber(text: unknown): boolean {
  return typeof text === 'string' && /^[+-]?[1-9]\d{0,2}(,\d{3}|\.000)$/.test(text);
}
