import { formatNumber } from '../number-format.ts';

/** A person's own entries, and changes to them. */
export const entries = {
  mine: 'My entries',
  withdrawn: 'Withdrawn entries',
  titleOf: (heading: string, form: string) => `${heading}: ${form}`,
  restorable: 'You can restore these entries for 30 days. After that, they are erased.',
  signInToSee: 'Sign in to see your entries.',
  fromDevice:
    'These are the entries sent from this device without an account. Anyone who uses it can see and change them.',
  toSeeOthers: 'Sign in to see the entries of your account',
  eraseFromDevice: 'Erase all of them',
  signIn: 'Sign in',
  loading: 'Loading your entries…',
  shown: (count: number) =>
    count === 1 ? '1 entry shown' : `${formatNumber(count)} entries shown`,
  tryAgain: 'Try again',
  showMore: 'Show more',
  search: 'Search my entries',
  searchOlder: 'Search older entries',
  form: 'Form',
  allForms: 'All forms',
  status: 'Status',
  current: 'Current',
  waitingStatus: 'Waiting to be sent',
  withdrawnStatus: 'Withdrawn',
  erased: 'Erased',
  sentBackStatus: 'Sent back',
  reviewed: {
    approved: 'Approved',
    rejected: 'Not accepted',
    'sent-back': 'Sent back to you',
  },
  correct: 'Correct and send again',
  corrected: 'Corrected by the team',
  malware: 'Malware was found in a file',
  unasked: (count: number) =>
    count === 1
      ? 'Entries from 1 more form are not loaded yet.'
      : `Entries from ${formatNumber(count)} more forms are not loaded yet.`,
  noMatches: 'No matches',
  showAll: 'Show all entries',
  notLoaded: 'Could not load your entries',
  asLastTime: 'These are your entries as last loaded on this device, with your changes since then.',
  safe: 'They are safe on the server.',
  noneYet: 'No entries found so far. Choose “Show more” to keep looking.',
  noneWithdrawn: 'You have not withdrawn any entries in the last 30 days.',
  none: 'You have not sent anything yet. Entries you send appear here.',
  toForms: 'See the forms',
  entryTitle: (form: string) => `My entry: ${form}`,
  sentAt: 'Sent',
  savedAt: 'Saved on this device',
  reference: 'Reference',
  answers: 'Your answers',
  print: 'Print the entry, or save as PDF',
  receipt: 'Print or save a receipt',
  history: 'History',
  lastChangedAt: 'Last changed',
  changes: (count: number) => (count === 1 ? '(1 change)' : `(${formatNumber(count)} changes)`),
  discardedEntry: 'Entry discarded',
  seeOutbox: 'See the outbox',
  restore: 'Restore',
  undo: 'Undo',
  edit: 'Edit',
  withdraw: 'Withdraw',
  erase: 'Erase permanently',
  really: 'This cannot be undone. Erase this entry?',
  delete: 'Erase',
  keep: 'Cancel',
  change: 'Edit entry',
  changeTitle: (form: string) => `Edit entry: ${form}`,
  changedMeanwhile: 'This entry was changed elsewhere while you were editing it',
  isMerged: 'The form below includes that change and what you typed.',
  chooseWhich:
    'You and the other change gave different answers. Choose which to keep, then continue editing.',
  discardTyped: 'Discard my changes',
  noAnswer: '(no answer)',
  /** Why one entry cannot be opened. */
  /** For whoever got a mail at an address that was typed into a form. */
  verification: {
    heading: 'Is this your email address?',
    why: (form: string) =>
      `Somebody filled in “${form}” and gave the address at which you received this link.`,
    otherwise:
      'Press the button only if that was you. Otherwise, close this page: the address is not used for anything else.',
    verify: 'Yes, it is my address',
    verifying: 'One moment…',
    failed: 'That did not work',
    verified: 'Your address is verified',
    onItsWay: 'The confirmation is on its way to you. You can close this page.',
    onYourDevice: 'You can see and change what you sent on the device that you filled it in on.',
    refused: {
      verification_invalid: {
        heading: 'This link is not valid',
        explanation:
          'Part of it may be missing. Open it again just as you received it. What you sent has arrived, whatever this link does.',
      },
      verification_expired: {
        heading: 'This link has expired',
        explanation:
          'It was valid for a week. What you sent has arrived all the same; only the confirmation is not sent.',
      },
      gone: {
        heading: 'There is nothing to confirm any more',
        explanation: 'What was sent with this address was withdrawn, or now has another address.',
      },
    } as {
      readonly [code: string]: { readonly heading: string; readonly explanation: string };
    },
  },
  unavailable: {
    'signed-out': {
      heading: 'Sign in to see this entry',
      explanation:
        'Only the person who sent an entry can see it. After signing in, you come back to this page.',
    },
    unreachable: {
      heading: 'Could not load this entry',
      explanation: 'Could not reach the server. Check your connection, then try again.',
    },
    broken: {
      heading: 'Could not load this entry',
      explanation: 'Something went wrong on the server, not on your device. Try again later.',
    },
    gone: {
      heading: 'This entry has been withdrawn',
      explanation: 'You can restore an entry for 30 days after withdrawing it.',
    },
    forbidden: {
      heading: 'You cannot see this entry',
      explanation: 'The account you are signed in with does not have access to it.',
    },
    unknown: {
      heading: 'Entry not found',
      explanation:
        'The address may be mistyped, or the entry may have been erased or sent from another account.',
    },
  },
  optionGone: (option: string) => `${option} (no longer offered)`,
  removedQuestions:
    'This form no longer asks these questions. Your answers to them stay as they are.',
};
