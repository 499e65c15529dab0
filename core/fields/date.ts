import { isCalendarDate } from '../calendar-date.ts';
import type { Field } from '../field.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type DateOptions = FieldOptions & {
  /** ISO dates, such as `1900-01-01`; both included. */
  readonly min?: string;
  readonly max?: string;
  readonly autoComplete?: 'bday';
};

/** A calendar date, kept as `2026-03-31`: a day on a calendar has no time zone. */
export function date<const Options extends DateOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { min = '0001-01-01', max = '9999-12-31', autoComplete }: DateOptions = options;
  return makeField(options, {
    control: { is: 'input', type: 'date', ...(autoComplete && { autoComplete }) },
    missing: 'enter',
    limits: { min, max },
    read: (value) => {
      if (typeof value !== 'string' || !isCalendarDate(value)) return err('no-date');
      if (value < min) return err('too-early');
      return value > max ? err('too-late') : ok(value);
    },
    jsonSchema: { type: 'string', format: 'date' },
    example: options.max ?? options.min ?? '2026-03-31',
  });
}
