import type { Options } from '#core/form/field.ts';
import { chosenValues } from '#core/form/options.ts';
import { tidyLine } from '#core/values/tidy-text.ts';
import type { Form } from '#core/form/define-form.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import type { DayRange } from '../data/responses-api.ts';
import { searchTerms } from '../../../messages/search-terms.ts';
import type { ResponseRow } from '../data/response-row.ts';

/** The server applies the range of days, the page the rest. */
export type Filter = {
  readonly range: DayRange;
  readonly search: string;
  /** By field: the chosen option, or `unanswered`. */
  readonly answers: { readonly [field: string]: string };
};

export const noFilter: Filter = { range: {}, search: '', answers: {} };

/** @param day '' for any */
export function withDay(filter: Filter, end: 'from' | 'to', day: string): Filter {
  const { [end]: _, ...other } = filter.range;
  return { ...filter, range: day ? { ...other, [end]: day } : other };
}

/** @param option undefined for any */
export function withAnswer(filter: Filter, name: string, option: string | undefined): Filter {
  const { [name]: _, ...others } = filter.answers;
  return { ...filter, answers: option === undefined ? others : { ...others, [name]: option } };
}

/** Not an option: options are never empty. */
export const unanswered = '';

/** Fields with a list of options, with that list. */
export function pickable(
  { fields }: Form,
  messages: typeof responsesMessages,
): readonly (readonly [name: string, Options])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const options = optionsToFilterBy(field, messages);
    return options ? [[name, options] as const] : [];
  });
}

export function matching(
  rows: readonly ResponseRow[],
  { search, answers }: Filter,
): readonly ResponseRow[] {
  const wanted = searchTerms(search);
  const picked = Object.entries(answers);
  if (wanted.length === 0 && picked.length === 0) return rows;
  return rows.filter(
    ({ searchText, response, notRelevant }) =>
      wanted.every((it) => searchText.includes(it)) &&
      picked.every(
        ([name, option]) =>
          isPicked(response.answers, name, option) &&
          !(option === unanswered && notRelevant.has(name)),
      ),
  );
}

function isPicked(answers: object, name: string, option: string): boolean {
  const answer = (answers as { readonly [field: string]: unknown })[name];
  if (answer === undefined) return option === unanswered;
  return chosenValues(answer).includes(option);
}

/** How many parts of the filter are in use, without the search. */
export function countActive({ range, answers }: Filter): number {
  return Object.keys(range).length + Object.keys(answers).length;
}

/** Whether any response may be left out. */
export function isFiltering(filter: Filter): boolean {
  return countActive(filter) > 0 || tidyLine(filter.search) !== '';
}
