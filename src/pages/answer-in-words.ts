import type { Field } from '#core/field.ts';

/** An answer to an earlier version of the form may be of another shape than the field knows. */
export function answerInWords(field: Field, answer: unknown): string {
  if (answer === undefined) return '';
  const parsed = field.parse(answer);
  if (parsed.ok) return field.show(parsed.value);
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}
