import type { ResponseState } from '#core/review/review.ts';
import { formatNumber } from '../number-format.ts';

const responsesIn = (count: number) =>
  `${formatNumber(count)} ${count === 1 ? 'response' : 'responses'}`;

/** The owners' pages. */
export const responsesMessages = {
  responses: 'Responses',
  title: (form: string) => `Responses: ${form}`,
  signInAsOwner: 'Sign in as an owner to read responses.',
  signIn: 'Sign in',
  membersOnly: {
    reader:
      'Only people with a role in a form can read its responses. You are signed in, but your account has none.',
    reviewer: 'Only reviewers and owners of this form can do this.',
    owner: 'Only owners of this form can see this page.',
  },
  rolesNotLoaded: 'Could not find out what you may see',
  seeMyEntries: 'My entries',

  searchForms: 'Search forms',
  form: 'Form',
  lastDays: 'Last 7 days',
  lastReceived: 'Last received',
  atLeast: (count: string) => `${count}+`,
  newResponses: (count: string) => `${count} new`,
  toReview: 'Waits for review',
  responsesToReview: (count: string) => `${count} to review`,
  allToReview: (count: string, forms: number) =>
    `Waiting for review: ${count}, in ${formatNumber(forms)} ${forms === 1 ? 'form' : 'forms'}.`,
  allNew: (count: string) => `New since your last visit: ${count}.`,
  noResponses: 'No responses yet',
  noFormMatches: 'No matches',
  loadingCounts: 'Loading counts…',
  countsNotLoaded: 'Could not load all counts',
  justNow: 'Just now',
  copyLink: 'Copy link',
  copyLinkTo: (form: string) => `Copy link to ${form}`,
  copied: 'Copied',
  copyByHand: 'Copy this link:',
  shareToStart: 'Send people the link to this form. Their responses appear here.',
  review: 'Review',
  share: 'Share',
  sampleResponses: 'To try this page, fill it with sample responses:',

  views: 'Views',
  table: 'Table',
  charts: 'Charts',
  files: 'Files',

  search: 'Search responses',
  clear: 'Clear search and filters',
  filters: 'Filters',
  filtersInUse: (count: number) => `Filters (${formatNumber(count)})`,
  filterInUse: (question: string, answer: string) =>
    /[?؟]$/.test(question) ? `${question} ${answer}` : `${question}: ${answer}`,
  removeFilter: (filter: string) => `Remove filter: ${filter}`,
  columns: 'Columns',
  allColumns: 'Show all columns',
  from: 'From',
  to: 'To',
  fromOf: (question: string) => `${question}, from`,
  toOf: (question: string) => `${question}, to`,
  noNumber: 'This is not a number, so it is ignored.',
  noDay: 'This is not a real date, so it is ignored.',
  all: 'All',
  given: 'Answered',
  notAnswered: 'Not answered',
  notRelevant: 'Not asked',
  notCalculated: 'Not calculated',
  yes: 'Yes',
  no: 'No',

  loading: (progress: string) => `Loading responses: ${progress}`,
  stopLoading: 'Stop loading',
  partOf: (part: number, whole: number) => `${formatNumber(part)} of ${formatNumber(whole)}`,
  notFetched: 'Could not load the responses',
  safe: 'The responses are safe on the server.',
  tryAgain: 'Try again',
  loadMore: 'Load more',
  caption: (form: string) => `Responses to ${form}, newest first`,
  nobody: 'No responses yet.',
  nobodyThen: 'No responses in this period.',
  stoppedAtOnce: 'You stopped loading before any responses arrived.',
  arranging: 'Searching and sorting…',
  noMatch: 'No matches.',
  loaded: responsesIn,
  loadedOfMore: (count: number) => `${responsesIn(count)} loaded. There are more.`,
  matching: (shown: number, all: number) => `${formatNumber(shown)} of ${responsesIn(all)}`,
  matchingOfMore: (shown: number, all: number) =>
    `${formatNumber(shown)} of ${responsesIn(all)} loaded. There are more.`,

  pages: 'Pages of responses',
  rowsOf: (first: number, last: number, all: number) =>
    `${formatNumber(first)}–${formatNumber(last)} of ${formatNumber(all)}`,
  first: 'First',
  previous: 'Previous',
  next: 'Next',
  last: 'Last',
  pageOf: (page: number, pages: number) => `Page ${formatNumber(page)} of ${formatNumber(pages)}`,

  state: 'State',
  states: {
    received: 'Received',
    approved: 'Approved',
    rejected: 'Rejected',
    'sent-back': 'Sent back',
    edited: 'Edited',
  } satisfies { readonly [State in ResponseState]: string },

  response: 'Response',
  print: 'Print',
  close: 'Close',
  getting: 'Loading the response…',
  oneNotFetched: 'Could not load the response.',
  isWithdrawn: 'The person who sent this response has withdrawn it.',
  answers: 'Answers',
  removedQuestion: (name: string) => `${name} (no longer asked)`,
  about: 'Details',
  received: 'Received',
  isLate: (when: string) => `${when} · late`,
  late: 'Late',
  whyLate: (savedAt: string) =>
    `Arrived after the form had closed. By its clock, the device had saved it before: ${savedAt}`,
  changed: 'Changed',
  reference: 'Reference',
  username: 'Username',
  comments: 'Comments',
  assignedTo: 'Assigned to',
  assignees: { me: 'Me', somebody: 'Somebody', nobody: 'Nobody' },
  mail: 'Confirmation email',
  noMail: 'None sent',
  mailSent: (at: string) => `Sent ${at}`,
  mailSending: (at: string) => `Being sent since ${at}`,
  mailRefused: (at: string) => `Refused by the email provider ${at}`,
  mailWithheld: (at: string) => `Not sent: too many entries within an hour, ${at}`,
  version: 'Version',
  formVersion: 'Version of the form',
  id: 'ID',
  technical: 'Technical details',

  chartsNotFetched: 'Could not load the charts',
  counting: 'Loading charts…',
  allResponses: (count: number) => `All ${responsesIn(count)}`,
  countedAt: (time: string) => `The last change was counted on ${time}.`,
  newest: (count: number) => `The newest ${responsesIn(count)}. There are more.`,
  showTable: 'Show as table',
  perDay: 'Responses per day',
  perMonth: 'Responses per month',
  allOnDay: (count: number, day: string) => `${responsesIn(count)}, all on ${day}.`,
  mostOnDay: (count: number, day: string) => `Busiest day: ${day} (${responsesIn(count)}).`,
  mostInMonth: (count: number, month: string) => `Busiest month: ${month} (${responsesIn(count)}).`,
  day: 'Day',
  month: 'Month',
  number: 'Number',
  answer: 'Answer',
  meanRank: 'Mean rank',
  ranked: (rank: string, first: string) => `${rank} (first for ${first})`,
  otherAnswers: (option: string) => `Answers to “${option}”`,
  fromToUnder: (from: string, below: string) => `${from} to under ${below}`,
  /** @param relevant the people who were asked, if not all were */
  answeredBy: (count: number, relevant?: number) =>
    relevant === undefined
      ? `Answered by ${formatNumber(count)} ${count === 1 ? 'person' : 'people'}.`
      : `Answered by ${formatNumber(count)} of the ${formatNumber(relevant)} who were asked.`,
  spread: (least: string, median: string, mean: string, most: string) =>
    `Lowest ${least}, median ${median}, mean ${mean}, highest ${most}.`,
  spreadWithin: (text: string, within: string) =>
    `${text} All but the mean are right to within ${within}.`,
  /** @param hasMap whether the device can draw one */
  locations: (count: number, hasMap: boolean) =>
    `${formatNumber(count)} ${count === 1 ? 'location' : 'locations'}. ${
      hasMap
        ? 'The table lists what the map shows, and zooms in on it.'
        : 'This browser cannot draw the map.'
    }`,
  around: 'Near',

  export: 'Export',
  exportsAll: 'Exports all responses.',
  exportsAllOf: (count: number) => `Exports all ${responsesIn(count)}.`,
  exportsMatching: 'Exports only the responses that match the search and filters.',
  exportsMatchingOf: (shown: number, all: number) =>
    `Exports only the responses that match the search and filters: ${formatNumber(shown)} of ${formatNumber(all)}.`,
  exportsChosenColumns:
    'Excel, CSV and GeoJSON have the chosen columns, and when and in which version each was received.',
  aboutExport:
    'The Excel file has a sheet for the responses, one for each group of repeated questions, and one that explains the columns. In the CSV, text that a spreadsheet would run or change starts with an apostrophe. The JSON has the answers as they are stored. All files use the form’s original language.',
  decimalCommas:
    'Use decimal commas in the CSV, as in German or French, with semicolons between the columns',
  withByteOrderMark: 'Add a byte order mark to the CSV, for Excel',
  exportWorkbook: 'Export Excel (.xlsx)',
  exportCsv: 'Export CSV',
  exportJson: 'Export JSON',
  exportJsonLines: 'Export JSON, one response a line',
  exportGeoJson: 'Export GeoJSON, for maps',
  printAll: 'Print, or save as PDF',
  /** Of a repeat. */
  exportRepeat: (repeat: string) => `Export CSV: ${repeat}`,
  exporting: 'Exporting…',
  exportingSoFar: (progress: string) => `Exporting: ${progress}`,
  cancelExport: 'Cancel export',
  stopped: 'The export stopped',
  diskFull:
    'There is not enough room on this device for the file. Free some, or choose fewer days.',
  tooManyForWorkbook: (most: number) =>
    `An Excel file can have at most ${responsesIn(most)}. Choose fewer days, or export CSV, which has no limit.`,
  tooManyToSort: (most: number) =>
    `At most ${responsesIn(most)} can be sorted. Choose fewer days, or the order in which they arrived, which has no limit.`,
  keptSoFar: 'The responses loaded so far are kept.',
  mailUnknown: 'Unknown',
  goOn: 'Continue export',
  exported: (count: number) => `${responsesIn(count)} exported. The file is in your downloads.`,
  cancelled: 'The export was cancelled. No file was saved.',
};
