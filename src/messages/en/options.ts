import { formatNumber } from '../number-format.ts';

/** Controls with options: long lists, “other”, matrices and rankings. */
export const optionsMessages = {
  sayWhich: 'Say which',
  typeToFind: 'Type to find it in the list.',
  search: 'Search these options',
  loading: 'Loading the list…',
  notLoaded: 'The list could not be loaded.',
  tryAgain: 'Try again',
  noneFound: 'Nothing found',
  /** Another answer decides which options there are. */
  noneYet: 'Nothing to choose from yet. Answer the earlier questions first.',
  found: (count: number) => (count === 1 ? '1 found' : `${formatNumber(count)} found`),
  foundMore: (shown: number, count: number) =>
    `The first ${formatNumber(shown)} of ${formatNumber(count)}. Type more to find others.`,
  chooseFrom: (min: number, max: number) =>
    `Choose from ${formatNumber(min)} to ${formatNumber(max)}.`,
  chooseExactly: (count: number) => `Choose ${formatNumber(count)}.`,
  chooseUpTo: (max: number) => `Choose up to ${formatNumber(max)}.`,
  chooseAtLeast: (min: number) => `Choose at least ${formatNumber(min)}.`,
  clear: 'Clear my choices',
  unranked: 'Not in your order yet.',
  keepOrder: 'This order is right',
  moveUp: (label: string) => `Move ${label} up`,
  moveDown: (label: string) => `Move ${label} down`,
  nowAt: (label: string, rank: number, count: number) =>
    `${label} is now number ${formatNumber(rank)} of ${formatNumber(count)}`,
};
