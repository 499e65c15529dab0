import type { Field, FieldSummary, Options } from '#core/form/field.ts';
import type { responsesMessages } from '../messages/en/responses.ts';
import { yesOrNoFilter } from './checkbox/filter.ts';
import { optionsFilter } from './choice/filter.ts';
import type { FieldFilter } from './filter.ts';
import { scaleFilter } from './scale/filter.ts';

const withoutFilter = () => undefined;

/** By whether there is an answer at all. */
const withoutOptions = () => [];

/** The filter of a field, by how its answers are summed up. Only the responses page loads them. docs/decisions/0037. */
const filters: { readonly [Each in FieldSummary]: FieldFilter } = {
  options: optionsFilter,
  'yes-or-no': yesOrNoFilter,
  numbers: withoutFilter,
  instances: withoutFilter,
  scale: scaleFilter,
  listed: withoutFilter,
  matrix: withoutFilter,
  ranking: withoutFilter,
  files: withoutOptions,
  locations: withoutFilter,
  none: withoutFilter,
};

/** The answers to a field that owners can filter by, if it has a list of them. */
export function optionsToFilterBy(
  { control, summary }: Pick<Field, 'control' | 'summary'>,
  messages: typeof responsesMessages,
): Options | undefined {
  return filters[summary](control, messages);
}
