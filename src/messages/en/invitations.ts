import { formatNumber } from '../number-format.ts';

const peopleIn = (count: number) => `${formatNumber(count)} ${count === 1 ? 'person' : 'people'}`;
const linksIn = (count: number) => `${formatNumber(count)} ${count === 1 ? 'link' : 'links'}`;
const mailsIn = (count: number) => `${formatNumber(count)} ${count === 1 ? 'mail' : 'mails'}`;

/** Personal links, for the owners of a form. */
export const invitationsMessages = {
  make: 'Make personal links',
  aboutFile:
    'Choose a CSV file with a row for each person. You get it back with a link in each row. The links are not stored here: keep the file, and give each person only their own.',
  aboutColumns:
    'The first row names the columns. “name” and “email” say whom a link is for. Any other column gives an answer, which people cannot change: its heading is a question of the form, or “answer: name” if the question itself is called name or email.',
  chooseFile: 'Choose a CSV file',
  notRead: 'The file cannot be used. Correct this and choose it again:',
  issues: {
    unreadable: 'A quotation mark is never closed, so the file cannot be read.',
    empty: 'There is nobody in it: the first row names the columns, and the people come below.',
    'too-many': 'It has more than 5,000 people. Divide it.',
    column: (column: string) => `No question that a link can answer is called “${column}”.`,
    email: (row: number) => `Row ${formatNumber(row)}: this is not an email address.`,
    answer: (row: number, label: string, why: string) =>
      `Row ${formatNumber(row)}, “${label}”: ${why}`,
  },
  found: (count: number) => `${peopleIn(count)} in the file.`,
  given: (labels: string) => `The links answer: ${labels}`,
  validFor: 'Valid for',
  days: (count: number) => `${formatNumber(count)} days`,
  mailAtOnce: 'Send each person their link by mail',
  makeLinks: (count: number) => `Make ${linksIn(count)}`,
  making: (count: number) => `Making links: ${formatNumber(count)}`,
  made: (count: number) => `${linksIn(count)} made. The file with the links was downloaded.`,
  mailsOnTheirWay: (count: number) => `${mailsIn(count)} will be sent.`,
  notMade: (made: number, total: number) =>
    `Could not make all links: ${formatNumber(made)} of ${formatNumber(total)}. None is made twice if you try again.`,
  tryAgain: 'Try again',

  invited: 'Invited',
  nobodyYet: 'Nobody has been invited yet.',
  notLoaded: 'Could not load who was invited.',
  count: {
    answered: (count: number) => `Answered: ${formatNumber(count)}`,
    open: (count: number) => `Not answered: ${formatNumber(count)}`,
    expired: (count: number) => `Expired: ${formatNumber(count)}`,
    revoked: (count: number) => `Revoked: ${formatNumber(count)}`,
  },
  states: {
    answered: 'Answered',
    open: 'Not answered',
    expired: 'Expired',
    revoked: 'Revoked',
  },
  name: 'Name',
  email: 'Email',
  state: 'Status',
  validUntil: 'Valid until',
  lastMail: 'Last mail',
  link: 'Link',
  revoke: 'Revoke',
  revokeFor: (who: string) => `Revoke the link of ${who}`,
  revoked: (who: string) => `The link of ${who} is revoked: nothing can be sent with it.`,
  allow: 'Allow again',
  allowFor: (who: string) => `Allow again the link of ${who}`,
  allowed: (who: string) => `The link of ${who} can be used again.`,
  usedMeanwhile: (who: string) =>
    `The link of ${who} was used meanwhile, so it is not revoked. The entry is among the responses.`,
  notSet: 'That did not work, and the link is as before. Try again.',
  aboutMail:
    'The mail has the link, and a text that is the same for everybody. Each person gets at most one a day.',
  mail: (count: number) => `Send a mail to ${peopleIn(count)}`,
  mailed: (count: number) => `${mailsIn(count)} will be sent.`,
  hadOneToday: (count: number) => `Already had one today: ${formatNumber(count)}.`,
  tooMany: (count: number) =>
    `Too many for one day, so not sent: ${formatNumber(count)}. Try again tomorrow.`,
  notMailed: (count: number) => `That did not work for all: ${mailsIn(count)} will be sent.`,
  showMore: 'Show more',
};
