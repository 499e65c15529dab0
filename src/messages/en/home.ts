import { formatNumber } from '../number-format.ts';

/** The list of forms. */
export const home = {
  heading: 'Forms',
  lead: 'Fill in any form, even offline. We send your answers when you are back online.',
  search: 'Search forms',
  found: (count: number) => (count === 1 ? '1 form found' : `${formatNumber(count)} forms found`),
  count: (count: number) => (count === 1 ? '1 form' : `${formatNumber(count)} forms`),
  noMatches: 'No matches',
  recent: 'Recently filled in',
  other: 'Other forms',
  waiting: (count: number) => `${formatNumber(count)} waiting to be sent`,
  needYou: (count: number) =>
    count === 1 ? ', 1 needs your attention' : `, ${formatNumber(count)} need your attention`,
  lastSent: 'Last sent',
};
