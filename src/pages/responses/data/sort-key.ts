import type { Field } from '#core/form/field.ts';
import { chosenValues, optionValues } from '#core/form/options.ts';

/** What an answer is sorted by. Undefined, which comes last in both directions, if there is none. */
export type SortKey = string | number | undefined;

/** Options in the order of the form, numbers and days by their value, all else by its text. */
export function answerKey({ control }: Field, answer: unknown, text: string): SortKey {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number' || typeof answer === 'boolean') return Number(answer);
  if ('options' in control) {
    const at = optionValues(control.options).indexOf(chosenValues(answer)[0] ?? '');
    if (at >= 0) return at;
  }
  // Days, months and times of day are stored so that their texts can be compared.
  return typeof answer === 'string' && !('options' in control) ? answer : text || undefined;
}
