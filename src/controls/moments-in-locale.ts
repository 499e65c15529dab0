import type { Control } from '#core/form/field.ts';
import { formatDateTimeUtc, formatMonth } from '../messages/date-format.ts';

/** How the reader's language writes the answers that are moments. Other controls have none. */
const formats: { readonly [Is in Control['is']]?: (answer: string) => string } = {
  month: (answer) => (/^\d{4}-\d\d$/.test(answer) ? formatMonth(answer) : answer),
  'date-time': withOffset,
};

/** A month, or a date and time, in the reader's locale; `undefined` for the answer to another control. */
export function momentInLocale({ is }: Control, answer: unknown): string | undefined {
  return typeof answer === 'string' ? formats[is]?.(answer) : undefined;
}

/** As the clock showed it where it happened: `31 Mar 2026, 14:30 (UTC+02:00)`. */
function withOffset(answer: string): string {
  const [, time = '', offset = ''] = /^(.{19})([+-]\d\d:\d\d)$/.exec(answer) ?? [];
  return offset === '' ? answer : `${formatDateTimeUtc(`${time}Z`)} (UTC${offset})`;
}
