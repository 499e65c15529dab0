import type { Options } from '#core/form/field.ts';
import { chosenValues } from '#core/form/options.ts';
import { tidyLine } from '#core/values/tidy-text.ts';
import type { ResponseState } from '#core/review/review.ts';
import type { Form } from '#core/form/define-form.ts';
import { conditionalFields } from '#core/form/form-pages.ts';
import { getOwn } from '#core/values/own-property.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import type { DayRange } from '../time-zone/days-in-zone.ts';
import { searchTerms } from '../../../messages/search-terms.ts';
import { assignedColumn, stateColumn } from '../data/response-columns.ts';
import { responseStates, stateOf, statesToReview, type Response } from '../data/response.ts';
import { isWithinRanges, type AnswerRange } from './answer-range.ts';
import type { ResponseRow } from '../data/response-row.ts';

/** The server applies the range of days, the page the rest. */
export type Filter = {
  readonly range: DayRange;
  readonly search: string;
  /** By field: the chosen option, `answered`, `unanswered` or `irrelevant`. */
  readonly answers: { readonly [field: string]: string };
  /** By field: the first and the last number or day. */
  readonly ranges: { readonly [field: string]: AnswerRange };
  /** The address of whoever looks, which is whom “Me” means. */
  readonly me?: string;
};

export const noFilter: Filter = { range: {}, search: '', answers: {}, ranges: {} };

/** @param me the address of whoever looks */
export function withMe(filter: Filter, me: string | undefined): Filter {
  return me === undefined ? filter : { ...filter, me };
}

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

/** @param bound '' for none */
export function withBound(filter: Filter, name: string, end: 'from' | 'to', bound: string): Filter {
  const { [name]: _, ...others } = filter.ranges;
  const { [end]: __, ...other } = getOwn(filter.ranges, name) ?? {};
  const range = bound ? { ...other, [end]: bound } : other;
  const isNone = Object.keys(range).length === 0;
  return { ...filter, ranges: isNone ? others : { ...others, [name]: range } };
}

// Not options of a form, which are never blank.
export const unanswered = '';
export const irrelevant = ' ';
export const answered = '*';
/** All states of what waits for review. */
export const toReview = 'to-review';

/** The state, whom it is assigned to, and fields with a list of options, with all that they can be filtered by. */
export function pickable(
  form: Form,
  messages: typeof responsesMessages,
): readonly (readonly [name: string, Options])[] {
  const conditional = conditionalFields(form);
  const states = [
    [toReview, messages.toReview] as const,
    ...responseStates.map((it) => [it, messages.states[it]] as const),
  ];
  const questions = Object.entries(form.fields).flatMap(([name, field]) => {
    const options = optionsToFilterBy(field, messages);
    if (!options) return [];
    const without: Options = [
      [unanswered, messages.notAnswered],
      ...(conditional.has(name) ? [[irrelevant, messages.notRelevant] as const] : []),
    ];
    const given: Options = options.length > 0 ? options : [[answered, messages.given]];
    return [[name, [...given, ...without]] as const];
  });
  const { me, somebody, nobody } = messages.assignees;
  const assignees = [
    ['me', me],
    ['somebody', somebody],
    ['nobody', nobody],
  ] as const;
  return [[stateColumn, states], [assignedColumn, assignees], ...questions];
}

/** What a filter is called: a question, the state, or whom it is assigned to. */
export function filterLabel({ fields }: Form, name: string, messages: typeof responsesMessages) {
  if (name === stateColumn) return messages.state;
  if (name === assignedColumn) return messages.assignedTo;
  return getOwn(fields, name)?.label ?? name;
}

export function matching(rows: readonly ResponseRow[], filter: Filter): readonly ResponseRow[] {
  const isMatch = matcher(filter);
  return isMatch ? rows.filter(isMatch) : rows;
}

/** Whether a row matches. Undefined if all do, whatever they are. */
export function matcher({
  search,
  answers,
  ranges,
  me,
}: Filter): ((row: ResponseRow) => boolean) | undefined {
  const wanted = searchTerms(search);
  const picked = Object.entries(answers);
  const isRanged = Object.keys(ranges).length > 0;
  if (wanted.length === 0 && picked.length === 0 && !isRanged) return undefined;
  return (row) => {
    const { answers: given } = row.response;
    return (
      picked.every(([name, option]) => {
        if (name === stateColumn) return isInState(stateOf(row.response), option);
        if (name === assignedColumn) return isAssigned(row.response, option, me);
        const answer = getOwn(given, name);
        if (answer !== undefined)
          return option === answered || chosenValues(answer).includes(option);
        return option === (row.notRelevant.has(name) ? irrelevant : unanswered);
      }) &&
      (!isRanged || isWithinRanges(given, row.notRelevant, ranges)) &&
      wanted.every((it) => row.searchText.includes(it))
    );
  };
}

function isAssigned({ assignedTo }: Response, option: string, me: string | undefined): boolean {
  if (option === 'me') return assignedTo !== undefined && assignedTo === me?.toLowerCase();
  return (assignedTo === undefined) === (option === 'nobody');
}

function isInState(state: ResponseState, option: string): boolean {
  return option === toReview ? statesToReview.includes(state) : state === option;
}

/** How many parts of the filter are in use, without the search. */
export function countActive({ range, answers, ranges }: Filter): number {
  const bounds = Object.values(ranges).flatMap((it) => Object.keys(it));
  return Object.keys(range).length + Object.keys(answers).length + bounds.length;
}

/** Whether any response may be left out. */
export function isFiltering(filter: Filter): boolean {
  return countActive(filter) > 0 || tidyLine(filter.search) !== '';
}
