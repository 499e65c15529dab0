import { formatNumber } from '../number-format.ts';

/** A person's own entries, and changes to them. */
export const entries = {
  mine: 'My entries',
  withdrawn: 'Withdrawn entries',
  titleOf: (heading: string, form: string) => `${heading}: ${form}`,
  restorable: (form: string) => `${form}. They can be restored for 30 days, and are then erased.`,
  signInToSee: 'Sign in to see what you have sent.',
  signIn: 'Sign in',
  getting: 'Getting your entries…',
  shown: (count: number) => `Entries shown: ${formatNumber(count)}`,
  tryAgain: 'Try again',
  showMore: 'Show more',
  back: 'Back to my entries',
  notFetched: 'Your entries could not be fetched',
  asLastTime: 'You see them as last loaded, with what you have changed since.',
  safe: 'They are safe where they are.',
  noneYet: 'Nothing found so far. There is more to look through.',
  noneWithdrawn: 'You have withdrawn nothing in the last 30 days.',
  none: 'Nothing here yet. What you send appears here.',
  isErased: 'Deleted for ever.',
  isWithdrawn: 'Withdrawn.',
  isRestored: 'Restored.',
  seeOutbox: 'See the outbox',
  restore: 'Restore',
  undo: 'Undo',
  edit: 'Edit',
  withdraw: 'Withdraw',
  erase: 'Delete for ever',
  really: 'Nobody can bring it back. Delete it?',
  delete: 'Delete',
  keep: 'Keep it',
  change: 'Change an entry',
  changeTitle: (form: string) => `Change: ${form}`,
  changedMeanwhile: 'This entry was changed elsewhere while you were editing it',
  isMerged: 'The form below has that change, and what you typed.',
  chooseWhich:
    'You and the other change gave different answers. Choose which to keep, and go on editing.',
  discardTyped: 'Discard what I typed',
  noAnswer: '(no answer)',
  /** Why one entry cannot be opened. */
  unavailable: {
    'signed-out': {
      heading: 'Sign in to see this entry',
      explanation: 'Only the person who sent an entry can see it. You come back here afterwards.',
    },
    unreachable: {
      heading: 'This entry could not be fetched',
      explanation: 'There is no connection to the server. Check your connection, then try again.',
    },
    broken: {
      heading: 'This entry could not be fetched',
      explanation: 'Something is wrong with the server, not with your device. Try again later.',
    },
    gone: {
      heading: 'This entry is withdrawn',
      explanation: 'It can be restored for 30 days after it was withdrawn.',
    },
    forbidden: {
      heading: 'You cannot see this entry',
      explanation: 'The account you are signed in with does not have access to it.',
    },
    unknown: {
      heading: 'There is no such entry',
      explanation:
        'The address may be mistyped, the entry may have been erased, or it was sent with another account.',
    },
  },
  optionGone: (option: string) => `${option} (no longer offered)`,
  removedQuestions:
    'This form no longer asks these questions. Your answers to them stay as they are.',
};
