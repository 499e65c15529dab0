import { formatNumber } from '../number-format.ts';

/** What an entry has answered, who changed it, and corrections. */
export const versionsMessages = {
  show: 'Show what was changed',
  loading: 'Loading…',
  none: 'There are no earlier versions.',
  more: 'Show older versions',
  tryAgain: 'Try again',
  version: (number: number) => `Version ${formatNumber(number)}`,
  current: 'current',
  sent: 'Sent',
  changedByYou: 'Changed by you',
  changedByAuthor: 'Changed by its author',
  correctedByTeam: 'Corrected by the team',
  correctedBy: (owner: string) => `Corrected by ${owner}`,
  changedQuestions: (labels: string) => `Changed: ${labels}`,
  nothingChanged: 'No answer was changed.',
  unknownChanges: 'What was changed here is not known any more.',
  before: 'Before',
  after: 'After',
  removedQuestion: (name: string) => `${name} (no longer asked)`,
  notAnswered: 'Not answered',
  restore: 'Restore this version',
  restoreHint: 'Opens the form with these answers. Nothing is changed until you send it.',
  filesGone: (count: number) =>
    count === 1
      ? '1 file of this version was removed, and is gone.'
      : `${formatNumber(count)} files of this version were removed, and are gone.`,
  versions: 'Versions',
};
