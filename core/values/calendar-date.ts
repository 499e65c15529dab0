/** Whether it is the text of a real date in ISO form, such as `2026-03-31`. */
export function isCalendarDate(text: unknown): boolean {
  if (typeof text !== 'string' || !/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines read 31 February as 3 March, others as no date.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
