import { isVisible } from './characters.ts';

/** Whether a value counts as unanswered: absent, an empty list, or text with nothing visible in it. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return !isVisible(value);
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
