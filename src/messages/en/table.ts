import { formatNumber } from '../number-format.ts';

/** What owners do with the table of responses. Apart from the other texts of their pages, which more pages load. */
export const tableMessages = {
  timesIn: 'Times in',
  inZone: (zone: string) => `Times in ${zone}.`,
  ofDevice: (zone: string) => `${zone} (this device)`,
  daysInUtc: 'Days are counted in UTC.',

  newOnes: (count: number) =>
    count === 1 ? '1 new response.' : `${formatNumber(count)} new responses.`,
  newAtLeast: (count: number) => `At least ${formatNumber(count)} new responses.`,
  showNew: 'Show',

  printCharts: 'Print charts',
  savePicture: 'Save as picture',
  savePictureOf: (chart: string) => `Save as picture: ${chart}`,
  noPicture: 'The picture could not be made.',
  answeredByPage: 'Answered, page by page',
  onlyWhatWasSent:
    'Of the questions that were asked, in what was sent. People who sent nothing are not counted.',
  page: 'Page',
  questionsAnswered: 'Questions answered',
  answeredOf: (answered: number, relevant: number) =>
    `${formatNumber(answered)} of ${formatNumber(relevant)}`,
  crossed: 'Two questions crossed',
  crossedWith: (rows: string, across: string) => `${rows}, by ${across}`,
  answerBoth: (both: number, all: number) =>
    `${formatNumber(both)} of the ${formatNumber(all)} responses that are loaded answer both.`,
  rows: 'Rows',
  columnsAcross: 'Columns',
  all: 'All',
  sharesOfRow: 'Percentages are of each row’s total.',
  inTheirWords: 'Answers in their own words',
  question: 'Question',
  searchAnswers: 'Search answers',
  answersFound: (found: number, all: number) =>
    found === all
      ? `${formatNumber(all)} ${all === 1 ? 'answer' : 'answers'}`
      : `${formatNumber(found)} of ${formatNumber(all)} answers`,
  showMore: (count: number) => `Show ${formatNumber(count)} more`,

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
