import { formatNumber } from '../number-format.ts';

/** The “About” page: the version, and what is stored where. */
export const about = {
  heading: 'About this app',
  lead: 'What it stores, where it stores it, and how to install it.',
  version: 'Version',

  waiting: 'Waiting here',
  signInToSee: 'Sign in to see what waits',
  nothing: 'Nothing',
  unread: 'Cannot be read now: this device’s storage does not answer',
  inOutbox: (count: number) => `${formatNumber(count)} in the outbox`,
  export: 'Export what waits',

  storageUsed: 'Storage used',
  usageUnknown: 'This browser does not say',
  ofPossible: (used: string, possible: string) => `${used} of ${possible} available`,
  whenFull: 'When the device is full',
  promise: {
    true: 'The browser keeps it until you delete it',
    false: 'The browser may delete it',
    undefined: 'This browser does not say what it does',
  },
  askToPersist: 'Ask the browser to keep it',

  onThisDevice: 'On this device',
  onDevice: [
    ['Drafts', 'What you have typed and not sent, with every key.'],
    ['Outbox', 'What you have sent and is not delivered yet, and the last few that are.'],
    ['Copies', 'The entries you looked at last, so that you can read them without a network.'],
    [
      'Keys',
      'They encrypt the drafts, the outbox and the copies, one for each person, so that nobody else who uses this app here can read them. They are on this device as well: whoever can copy its disk can read all of it. Lock the device, and encrypt its disk.',
    ],
    ['Your session', 'Who you are, and the tokens that prove it, until you sign out.'],
    ['Your choices', 'The language and the theme you have chosen.'],
    ['The app itself', 'Its files, so that it opens without a network.'],
  ] as readonly (readonly [name: string, what: string])[],
  clearing:
    'Clearing the browser’s data for this site deletes all of it, with what waits. Answers that should not be stored on a device are never stored here.',
  inTheCloud: 'In the cloud',
  inCloud: [
    [
      'Entries',
      'What was delivered, in a table (Amazon DynamoDB) of whoever runs this app. You read and change your own; the owners read everybody’s.',
    ],
    [
      'Your account',
      'Your email address, and your password in a form that cannot be read back (Amazon Cognito).',
    ],
  ] as readonly (readonly [name: string, what: string])[],
};
