import type { Field } from '../form/field.ts';
import { isCalendarDate } from '../values/calendar-date.ts';
import { westernDigits } from '../values/characters.ts';
import { err, ok } from '../values/result.ts';
import { tidyCode } from '../values/tidy-text.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type DateTimeOptions = FieldOptions & {
  /** The first day that is accepted; `1900-01-01` by default. */
  readonly min?: string;
  /** The last day that is accepted; `2100-12-31` by default. */
  readonly max?: string;
};

/**
 * A date and time where it happened, stored as `2026-03-31T14:30:00+02:00`: as somebody would read it off a clock
 * there, with that clock’s offset from UTC.
 */
export function dateTime<const Options extends DateTimeOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { min = '1900-01-01', max = '2100-12-31' }: DateTimeOptions = options;
  return makeField(options, {
    control: { is: 'date-time', days: { min, max } },
    missing: 'enter',
    limits: { min, max },
    read: (value) => {
      const read = typeof value === 'string' ? readDateTime(value) : undefined;
      if (read === undefined) return err('no-date-time');
      const day = read.slice(0, 10);
      if (day < min) return err('too-early');
      return day > max ? err('too-late') : ok(read);
    },
    jsonSchema: { type: 'string', format: 'date-time' },
    example: `${options.max ?? options.min ?? '2026-03-31'}T14:30:00+02:00`,
    within: (bounds) =>
      dateTime({ ...options, ...narrowerLimits<string>(options, bounds, isCalendarDate) }),
    show: (answer) => answer.replace(/^(.{10})T(.{5}):\d\d([+-].{5})$/, '$1 $2 (UTC$3)'),
  });
}

const written =
  /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:([Zz])|([+-](?:0\d|1[0-4]):?[0-5]\d))$/;

/** Reads RFC 3339, with or without seconds. Fractions of a second are left out. */
function readDateTime(typed: string): string | undefined {
  const [, day = '', time, second = '00', utc, offset = ''] =
    written.exec(westernDigits(tidyCode(typed))) ?? [];
  if (!isCalendarDate(day)) return undefined;
  return `${day}T${time}:${second}${utc ? '+00:00' : offset.replace(/(\d\d):?(\d\d)/, '$1:$2')}`;
}
