import type { Field } from '#core/form/field.ts';
import { instancesIn } from '#core/form/instances-in.ts';
import { instanceName } from '#core/logic/instance-name.ts';
import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { momentInLocale } from '../../../controls/moments-in-locale.ts';
import { numberInLocale } from '../../../controls/number-in-locale.ts';
import { formatDay } from '../../../messages/date-format.ts';

/** An answer as text: the form's labels, with numbers and dates in the reader's locale. */
export function localizedAnswer(field: Field, answer: unknown): string {
  const { control, jsonSchema } = field;
  if (typeof answer === 'number') {
    const unit = 'unit' in control && control.unit;
    const number = numberInLocale(control, answer);
    return unit ? `${number} ${unit}` : number;
  }
  const isDay = jsonSchema['format'] === 'date' && typeof answer === 'string';
  return isDay ? formatDay(answer) : (momentInLocale(control, answer) ?? answerText(field, answer));
}

/** An answer in a cell of the table: of a repeat, the names of its instances, or how many there are. */
export function cellText(field: Field, answer: unknown): string {
  const instances = field.instances && [...(instancesIn(answer)?.values() ?? [])];
  if (!field.instances || !instances) {
    const text = localizedAnswer(field, answer);
    // A cell has one line, which the parts of an answer share.
    return typeof answer === 'string' ? text : text.replaceAll('\n', ' · ');
  }
  const names = instances.map((it) => instanceName(field.instances ?? {}, it));
  if (instances.length === 0) return '';
  return names.every((it) => it !== undefined) ? names.join(' · ') : formatNumber(names.length);
}

/** A calculated value as text: it may be anything, and has no field that says how to show it. */
export function calculatedText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value) : rawAnswerText(value);
}
