import { formatNumber } from '../number-format.ts';

/** What owners do with the table of responses. Apart from the other texts of their pages, which more pages load. */
export const tableMessages = {
  timesIn: 'Times in',
  inZone: (zone: string) => `Times in ${zone}.`,
  ofDevice: (zone: string) => `${zone} (this device)`,
  daysInUtc: 'Days are counted in UTC.',

  newOnes: (count: number) =>
    count === 1 ? '1 new response.' : `${formatNumber(count)} new responses.`,
  newAtLeast: (count: number) => `More than ${formatNumber(count)} new responses.`,
  showNew: 'Show',

  compact: 'Compact rows',
  pin: (column: string) => `Keep ${column} in view`,

  savedViews: 'Saved views',
  nameOfView: 'Name',
  saveView: 'Save this view',
  aboutViews:
    'A view keeps search, filters, order and columns. Saved views are on this device, for you, until you sign out; a link to one works for everybody with a role in this form.',
  viewNeedsName: 'Give the view a name.',
  saved: (view: string) => `“${view}” is saved.`,
  replaced: (view: string) => `“${view}” is replaced.`,
  deleted: (view: string) => `“${view}” is deleted.`,
  deleteView: (view: string) => `Delete ${view}`,
  copyLinkToView: (view: string) => `Copy link to ${view}`,
  undo: 'Undo',
};
