import { isCalendarDate } from '../values/calendar-date.ts';
import type { Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { westernDigits } from '../values/characters.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { tidyCode } from '../values/tidy-text.ts';

type DateOptions = FieldOptions & {
  /** The first day that is accepted; `1900-01-01` by default, which catches typing errors such as the year 0026. */
  readonly min?: string;
  /** The last day that is accepted; `2100-12-31` by default. */
  readonly max?: string;
  /** Lets the browser fill in the person’s birthday. */
  readonly autoComplete?: 'bday';
};

/** A calendar date, stored as `2026-03-31`, without a time zone. */
export function date<const Options extends DateOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { min = '1900-01-01', max = '2100-12-31', autoComplete }: DateOptions = options;
  return makeField(options, {
    control: {
      is: 'input',
      type: 'date',
      days: { min, max },
      ...(autoComplete && { autoComplete }),
    },
    missing: 'enter',
    limits: { min, max },
    read: (value) => {
      const day = typeof value === 'string' ? westernDigits(tidyCode(value)) : '';
      if (!isCalendarDate(day)) return err('no-date');
      if (day < min) return err('too-early');
      return day > max ? err('too-late') : ok(day);
    },
    jsonSchema: { type: 'string', format: 'date' },
    within: (bounds) =>
      date({ ...options, ...narrowerLimits<string>(options, bounds, isCalendarDate) }),
    example: options.max ?? options.min ?? '2026-03-31',
  });
}
