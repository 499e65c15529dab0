import { formatNumber } from '../number-format.ts';

/** What owners and reviewers write about a response, for each other. */
export const commentingMessages = {
  comments: 'Comments',
  lead: 'Everyone with a role in this form can read them. The person who sent the response never sees them.',
  write: 'Write a comment',
  missing: 'Write something first.',
  tooLong: (max: number) => `Write at most ${formatNumber(max)} characters.`,
  add: 'Add comment',
  saved: 'Saved on this device, and sent as soon as possible.',
  sent: 'Sent.',
  notSaved: 'That did not work. Your comment is still in the box.',
  notTakenBack: 'That did not work. The comment is still there.',
  waiting: 'Saved on this device, not sent yet',
  refused: 'The server did not accept it.',
  seeOutbox: 'See the outbox',
  by: (author: string, version: string) => `${author}, about version ${version}`,
  you: 'You',
  takeBack: 'Take back this comment',
  discard: 'Discard this comment',
  discarded: 'Discarded. It is back in the box.',
  takenBackByYou: 'Taken back by you.',
  takenBackBy: (who: string) => `Taken back by ${who}.`,
  keep: 'Keep it after all',
  none: 'No comments yet.',
};
