import { formatNumber } from '../number-format.ts';

/** How owners correct the answers of somebody else. */
export const correctingMessages = {
  correct: 'Correct answers',
  title: (form: string) => `Correct answers: ${form}`,
  lead: 'The person who sent this sees what you changed, and why. They do not see who you are.',
  backToResponse: 'Back to the response',
  notFound: 'There is no such response any more. It may have been withdrawn.',
  notLoaded: 'Could not load the response.',
  filesStay: 'Files, and questions that come with files, stay as they are.',
  check: 'See what changes',
  checkHeading: 'What you are changing',
  reason: 'Why are you changing this?',
  reasonHint: 'The person who sent this sees it.',
  reasonMissing: 'Say why you are changing this.',
  reasonTooLong: (max: number) => `Write at most ${formatNumber(max)} characters.`,
  save: 'Save the correction',
  goOn: 'Go on correcting',
  nothingChanged: 'You have not changed any answer.',
  saved: 'Saved on this device',
  savedHint: 'The correction is sent as soon as possible.',
  sent: 'The response is corrected',
  refused: 'The server did not accept the correction. See the outbox.',
  seeOutbox: 'See the outbox',
  waiting: 'A correction is saved on this device, and not sent yet.',
};
