import type { Field } from '#core/form/field.ts';
import { answerText } from '#core/form/answer-text.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { formatDay } from '../../../messages/date-format.ts';

/** An answer as text: the form's labels, with numbers and dates in the reader's locale. */
export function localizedAnswer(field: Field, answer: unknown): string {
  const { control, jsonSchema } = field;
  if (typeof answer === 'number') {
    const unit = 'unit' in control && control.unit;
    return unit ? `${formatNumber(answer)} ${unit}` : formatNumber(answer);
  }
  const isDay = jsonSchema['format'] === 'date' && typeof answer === 'string';
  return isDay ? formatDay(answer) : answerText(field, answer);
}
