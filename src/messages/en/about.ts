import { formatNumber } from '../number-format.ts';

/** The “About” page: the version, and what is stored where. */
export const about = {
  heading: 'About this app',
  lead: 'What this app stores, where it stores it, and how to install it.',
  version: 'Version',

  waiting: 'Waiting to be sent',
  signInToSee: 'Sign in to see unsent entries',
  nothing: 'Nothing',
  unread: 'Cannot be read right now: this device’s storage is not responding',
  inOutbox: (count: number) => `${formatNumber(count)} in the outbox`,
  export: 'Export unsent entries',

  storageUsed: 'Storage used',
  usageUnknown: 'Unknown: this browser does not report it',
  ofPossible: (used: string, possible: string) => `${used} of ${possible} available`,
  whenFull: 'If the device runs low on space',
  promise: {
    true: 'The browser keeps this data until you delete it',
    false: 'The browser may clear this data',
    undefined: 'Unknown: this browser does not report it',
  },
  askToPersist: 'Ask the browser to keep this data',

  onThisDevice: 'On this device',
  onDevice: [
    ['Drafts', 'Answers you have typed but not sent. They are saved as you type.'],
    ['Outbox', 'Entries waiting to be sent, and the last few that were sent.'],
    ['Copies', 'The entries you viewed last, so that you can read them offline.'],
    [
      'Keys',
      'They encrypt your drafts, outbox and copies. Each person has their own key, so other people who use the app on this device cannot read yours. The keys are on this device too, so anyone who can copy its disk can read everything. Lock the device, and encrypt its disk.',
    ],
    ['Your session', 'Your account, and the tokens that keep you signed in until you sign out.'],
    ['Your settings', 'The language and theme you chose.'],
    ['The app itself', 'Its files, so that it opens offline.'],
  ] as readonly (readonly [name: string, what: string])[],
  clearing:
    'Clearing the browser’s data for this site deletes all of this, including unsent entries. Answers that must not be stored on a device are never stored here.',
  inTheCloud: 'In the cloud',
  inCloud: [
    [
      'Entries',
      'Everything you have sent, in the database (Amazon DynamoDB) of whoever runs this app. You can read and change your own entries; owners of a form can read everyone’s.',
    ],
    [
      'Your account',
      'Your email address, and your password in a scrambled form that nobody can read (Amazon Cognito).',
    ],
  ] as readonly (readonly [name: string, what: string])[],
};
