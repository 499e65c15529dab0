import { isCalendarDate } from './calendar-date.ts';

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * An instant such as `2026-05-01T09:00:00+02:00`, as entries have it: in UTC, with milliseconds. Undefined if the text is
 * none. The offset is required: without one, the time would mean another instant on each device.
 */
export function parseInstant(text: string): string | undefined {
  if (!pattern.test(text) || !isCalendarDate(text.slice(0, 10))) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
