import type { Field } from '#core/field.ts';
import { answerInWords } from '#core/answer-in-words.ts';
import { numberInWords } from '../words/formats.ts';
import { dayInWords } from '../words/moments.ts';

/** An answer as people here write it: the form's words, and numbers and dates as is the custom. */
export function inWords(field: Field, answer: unknown): string {
  const { control } = field;
  if (typeof answer === 'number') {
    const unit = control.is === 'input' && control.unit;
    return unit ? `${numberInWords(answer)} ${unit}` : numberInWords(answer);
  }
  const isDay = control.is === 'input' && control.type === 'date' && typeof answer === 'string';
  return isDay ? dayInWords(answer) : answerInWords(field, answer);
}
