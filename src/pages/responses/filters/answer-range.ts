import type { Form } from '#core/form/define-form.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { isCalendarDate } from '#core/values/calendar-date.ts';
import type { NotRelevant } from '#core/logic/not-relevant.ts';
import { getOwn } from '#core/values/own-property.ts';
import { formatDay } from '../../../messages/date-format.ts';
import { formatNumber } from '../../../messages/number-format.ts';

/** The first and the last answer, as the browser's boxes write numbers and days: `5`, `2026-03-31`. Both inclusive. */
export type AnswerRange = { readonly from?: string; readonly to?: string };

export type RangedQuestion = {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'date';
};

/** The questions whose answers owners can filter by a range. */
export function rangedQuestions({ fields }: Form): readonly RangedQuestion[] {
  return Object.entries(fields).flatMap(([name, { label, summary, jsonSchema }]) => {
    const type =
      summary === 'numbers' ? 'number' : jsonSchema['format'] === 'date' ? 'date' : undefined;
    return type ? [{ name, label: withFallbacks(label), type }] : [];
  });
}

/** Whether a text is the bound that a box of this type would write. */
export function isBound(type: RangedQuestion['type'], text: string): boolean {
  if (type === 'date') return isCalendarDate(text);
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
}

/** An end of a range as people read it. */
export function boundText(type: RangedQuestion['type'], bound: string): string {
  return type === 'date' ? formatDay(bound) : formatNumber(Number(bound));
}

/** Whether the answers are within all ranges. What was not answered is in none. */
export function isWithinRanges(
  answers: { readonly [name: string]: unknown },
  notRelevant: Pick<NotRelevant, 'has'>,
  ranges: { readonly [name: string]: AnswerRange },
): boolean {
  return Object.entries(ranges).every(([name, { from, to }]) => {
    const answer = notRelevant.has(name) ? undefined : getOwn(answers, name);
    if (typeof answer === 'number')
      return (
        (from === undefined || answer >= Number(from)) && (to === undefined || answer <= Number(to))
      );
    if (typeof answer !== 'string') return false;
    return (from === undefined || answer >= from) && (to === undefined || answer <= to);
  });
}
