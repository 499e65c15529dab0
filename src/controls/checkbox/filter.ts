import type { FieldFilter } from '../filter.ts';

export const yesOrNoFilter: FieldFilter = (_, { yes, no }) => [
  ['true', yes],
  ['false', no],
];
