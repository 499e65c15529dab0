import { oncePer } from '../values/once-per.ts';
import type { Questions } from './field.ts';
import { maxAnswerBytes } from './max-answer-bytes.ts';

/** The largest request body of most forms, in bytes: whatever is sent to them, reading it costs little. */
export const usualLimit = 64 * 1024;

/** Of forms that ask for more, such as many long texts. DynamoDB stores 400 KB, with what the entry needs itself. */
export const largestLimit = 350 * 1024;

/**
 * The largest request body that a form accepts, in bytes, with its answers as JSON: enforced by the page before
 * they are kept to be sent, and by the API before it reads them.
 */
export function bodyLimit({ fields }: Pick<Questions, 'fields'>): number {
  return limitOf(fields);
}

const limitOf = oncePer((fields: Questions['fields']): number => {
  const sizes = Object.entries(fields).map(([name, field]) => name.length + maxAnswerBytes(field));
  const hasRepeat = Object.values(fields).some((field) => field.instances);
  const most = sizes.reduce((sum, size) => sum + size, 0);
  return hasRepeat || most > usualLimit ? largestLimit : usualLimit;
});
