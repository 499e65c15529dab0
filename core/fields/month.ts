import type { Field } from '../form/field.ts';
import { westernDigits } from '../values/characters.ts';
import { err, ok } from '../values/result.ts';
import { tidyCode } from '../values/tidy-text.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type MonthOptions = FieldOptions & {
  /** The first month that is accepted; `1900-01` by default. */
  readonly min?: string;
  /** The last month that is accepted; `2100-12` by default. */
  readonly max?: string;
};

const stored = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;

/** A month of a year, stored as `2026-03`: for dates of which nobody knows the day. */
export function month<const Options extends MonthOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { min = '1900-01', max = '2100-12' }: MonthOptions = options;
  return makeField(options, {
    control: { is: 'month' },
    missing: 'enter',
    limits: { min, max },
    read: (value) => {
      const read = typeof value === 'string' ? westernDigits(tidyCode(value)) : '';
      if (!stored.test(read)) return err('no-month');
      if (read < min) return err('before-first');
      return read > max ? err('after-last') : ok(read);
    },
    jsonSchema: { type: 'string', pattern: stored.source },
    example: options.max ?? options.min ?? '2026-03',
    within: (bounds) => month({ ...options, ...narrowerLimits<string>(options, bounds, isMonth) }),
  });
}

function isMonth(it: unknown): boolean {
  return typeof it === 'string' && stored.test(it);
}
