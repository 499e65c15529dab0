import { isFileReference } from '../files/file-reference.ts';
import { fitsControl } from './fits-control.ts';
import type { Field } from './field.ts';

/** An answer as text. An answer to an earlier version of the form may have a shape the field does not know. */
export function answerText(field: Field, answer: unknown): string {
  if (answer === undefined) return '';
  const parsed = field.parse(answer);
  if (parsed.ok) return field.show(parsed.value);
  return fitsControl(field.control, answer) ? field.show(answer) : rawAnswerText(answer);
}

/** An answer as text when its field is gone or does not fit it. */
export function rawAnswerText(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (isFileReference(answer)) return answer.name;
  if (Array.isArray(answer) && !answer.some((it) => String(it).includes(',')))
    return answer.map(rawAnswerText).join(', ');
  return JSON.stringify(answer);
}
