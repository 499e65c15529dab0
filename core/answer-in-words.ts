import { canShow } from './can-show.ts';
import type { Field } from './field.ts';

/** An answer to an earlier version of the form may be of another shape than the field knows. */
export function answerInWords(field: Field, answer: unknown): string {
  if (answer === undefined) return '';
  const parsed = field.parse(answer);
  if (parsed.ok) return field.show(parsed.value);
  return canShow(field.control, answer) ? field.show(answer) : unaskedInWords(answer);
}

/** An answer that nothing more is known about. */
export function unaskedInWords(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (Array.isArray(answer) && !answer.some((it) => String(it).includes(',')))
    return answer.map(unaskedInWords).join(', ');
  return JSON.stringify(answer);
}
