import type { AnswerTexts, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { isStorable } from '../values/storable-number.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { isAmbiguousNumber } from './number.ts';

type CurrencyOptions = FieldOptions & {
  /** The currency’s ISO 4217 code, such as `EUR`. */
  readonly currency: string;
  /** The smallest amount that is accepted; 0 by default. */
  readonly min?: number;
  /** The largest amount that is accepted. */
  readonly max?: number;
  /** How many decimals are accepted; 2 by default, and 0 for a currency without a smaller unit. */
  readonly decimals?: number;
};

/** Amounts of a cent are exact in JavaScript, and more than anybody owns. */
const largestAmount = 1e13;

/** An amount of money in one currency, stored as a number, such as 12.5. */
export function currency<const Options extends CurrencyOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { currency: code, min = 0, max = largestAmount, decimals = 2 }: CurrencyOptions = options;
  return makeField(options, {
    control: { is: 'currency', code, decimals, range: { min, max, whole: decimals === 0 } },
    summary: 'numbers',
    missing: 'enter',
    limits: { min, max: options.max, whole: decimals === 0, decimals },
    read: (value) => {
      const isAmount = typeof value === 'number' && isStorable(value);
      if (!isAmount || value < min || value > max)
        return err(isAmbiguousNumber(value) ? 'two-numbers' : 'no-number');
      return Number(value.toFixed(decimals)) === value ? ok(value) : err('too-precise');
    },
    jsonSchema: {
      type: decimals === 0 ? 'integer' : 'number',
      minimum: min,
      maximum: max,
      // `multipleOf` does not work with fractions.
      description: `In ${code}${decimals > 0 ? `, with at most ${decimals} decimals` : ''}.`,
    },
    example: Math.min(Math.max(min, decimals === 0 ? 12 : 12.5), max),
    within: (bounds) =>
      currency({ ...options, ...narrowerLimits<number>(options, bounds, Number.isFinite) }),
    show: (answer, texts?: AnswerTexts) =>
      `${texts?.number(answer, decimals) ?? answer.toFixed(decimals)} ${code}`,
  });
}
