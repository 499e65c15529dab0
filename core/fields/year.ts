import type { Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type YearOptions = FieldOptions & {
  /** The first year that is accepted; 1900 by default. */
  readonly min?: number;
  /** The last year that is accepted; 2100 by default. */
  readonly max?: number;
};

/** A year, stored as a number, such as 2026. */
export function year<const Options extends YearOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { min = 1900, max = 2100 }: YearOptions = options;
  return makeField(options, {
    control: {
      is: 'input',
      type: 'number',
      inputMode: 'numeric',
      range: { min, max, whole: true },
      isUngrouped: true,
    },
    summary: 'numbers',
    missing: 'enter',
    limits: { min, max, whole: true },
    read: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? ok(value)
        : err('no-year'),
    jsonSchema: { type: 'integer', minimum: min, maximum: max },
    example: Math.min(Math.max(min, 2026), max),
    within: (bounds) =>
      year({ ...options, ...narrowerLimits<number>(options, bounds, Number.isFinite) }),
  });
}
