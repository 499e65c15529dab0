import type { Field } from '../form/field.ts';
import { westernDigits } from '../values/characters.ts';
import { err, ok } from '../values/result.ts';
import { tidyCode } from '../values/tidy-text.ts';
import { narrowerLimits } from './narrower-limits.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type TimeOptions = FieldOptions & {
  /** The first time that is accepted, such as `08:00`. */
  readonly min?: string;
  /** The last time that is accepted, such as `17:30`. */
  readonly max?: string;
};

const stored = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, stored as `14:30`, without a time zone. */
export function time<const Options extends TimeOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { min = '00:00', max = '23:59' }: TimeOptions = options;
  return makeField(options, {
    control: { is: 'input', type: 'time', times: { min, max } },
    missing: 'enter',
    limits: { min, max },
    read: (value) => {
      const read = typeof value === 'string' ? readTime(value) : undefined;
      if (read === undefined) return err('no-time');
      if (read < min) return err('before-first');
      return read > max ? err('after-last') : ok(read);
    },
    jsonSchema: { type: 'string', pattern: stored.source },
    example: options.min ?? options.max ?? '14:30',
    within: (bounds) => time({ ...options, ...narrowerLimits<string>(options, bounds, isTime) }),
  });
}

/** Reads `9:30` and `09:30:00`, as some programs write it, as `09:30`. */
function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] =
    /^(\d{1,2}):(\d\d)(?::00)?$/.exec(westernDigits(tidyCode(typed))) ?? [];
  const read = `${hour.padStart(2, '0')}:${minute}`;
  return stored.test(read) ? read : undefined;
}

function isTime(it: unknown): boolean {
  return typeof it === 'string' && stored.test(it);
}
