import { isCalendarDate } from '#core/values/calendar-date.ts';
import type { Form } from '#core/form/define-form.ts';
import { optionValues } from '#core/form/options.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import type { DayRange } from '../time-zone/days-in-zone.ts';
import { assignedColumn, stateColumn } from '../data/response-columns.ts';
import { utc, type Zone } from '../time-zone/zones.ts';
import { isBound, rangedQuestions } from './answer-range.ts';
import { pickable, type Filter } from './response-filter.ts';

/** In front of a field's name: a field may be called `q`. */
const answerPrefix = 'answer.';

/** These are free, because questions have a prefix. */
function keyOf(name: string): string {
  if (name === stateColumn) return 'state';
  return name === assignedColumn ? 'assigned' : answerPrefix + name;
}

/**
 * The part of an address that holds the filter: `q=zoe&from=2026-11-22&answer.source=friend&from.age=18`.
 * @param zone of its days; without one they are those of UTC
 */
export function filterToQuery(
  { search, range, answers, ranges }: Filter,
  zone: Zone = utc,
): URLSearchParams {
  const isInZone = zone !== utc && Object.keys(range).length > 0;
  return new URLSearchParams([
    ...Object.entries({ ...(search && { q: search }), ...range, ...(isInZone && { zone }) }),
    ...Object.entries(answers).map(([name, option]) => [keyOf(name), option]),
    ...Object.entries(ranges).flatMap(([name, range]) =>
      Object.entries(range).map(([end, bound]) => [`${end}.${name}`, bound]),
    ),
  ]);
}

/** Whatever the form does not know is left out: addresses are edited, and outlive a version of the form. */
export function filterInQuery(
  query: URLSearchParams,
  form: Form,
  messages: typeof responsesMessages,
): Filter {
  const answers = pickable(form, messages).flatMap(([name, options]) => {
    const option = query.get(keyOf(name));
    const isKnown = option !== null && optionValues(options).includes(option);
    return isKnown ? [[name, option] as const] : [];
  });
  return {
    search: query.get('q') ?? '',
    range: { ...dayIn(query, 'from'), ...dayIn(query, 'to') },
    answers: Object.fromEntries(answers),
    ranges: rangesIn(query, form),
  };
}

function rangesIn(query: URLSearchParams, form: Form): Filter['ranges'] {
  const ranges = rangedQuestions(form).map(({ name, type }) => {
    const ends = (['from', 'to'] as const).flatMap((end) => {
      const bound = query.get(`${end}.${name}`);
      return bound !== null && isBound(type, bound) ? [[end, bound] as const] : [];
    });
    return [name, Object.fromEntries(ends)] as const;
  });
  return Object.fromEntries(ranges.filter(([, range]) => Object.keys(range).length > 0));
}

function dayIn(query: URLSearchParams, end: 'from' | 'to'): DayRange {
  const day = query.get(end);
  return day && isCalendarDate(day) ? { [end]: day } : {};
}
