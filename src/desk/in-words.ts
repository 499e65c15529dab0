import { isCalendarDate } from '#core/calendar-date.ts';
import type { Field } from '#core/field.ts';
import { answerInWords } from '../pages/answer-in-words.ts';

const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 20 });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

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

export function numberInWords(number: number): string {
  return numbers.format(number);
}

/** A day has no time zone; what is none is told as it is. */
export function dayInWords(day: string): string {
  return isCalendarDate(day) ? days.format(Date.parse(day)) : day;
}

export function momentInWords(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : moments.format(time);
}
