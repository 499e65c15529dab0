/** Whether a text is a day of the calendar, as `2026-03-31`. */
export function isCalendarDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // To some engines 31 February is 3 March, to others nothing.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
