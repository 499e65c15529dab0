import type { ImportFailure } from '../../outbox/outbox-files.ts';
import { formatNumber } from '../number-format.ts';

/** The outbox: changes that wait on this device. */
export const outbox = {
  heading: 'Outbox',
  lead: 'Entries waiting to be sent. They are kept on this device.',
  signInToSee: 'Sign in to see the entries waiting to be sent.',
  signIn: 'Sign in',
  signInAs:
    'Nobody is signed in. The next person to sign in is asked whether these entries are theirs.',
  unclaimedHeading: 'Filled in before you signed in',
  unclaimedLead: (email: string) =>
    `Check the answers. Send them as ${email} only if they are yours. Otherwise, leave them here.`,
  sendAllAs: (count: number, email: string) => `Send all ${formatNumber(count)} as ${email}`,
  signInToSend: 'Sign in to send them',
  sessionEnded: 'Your session has ended.',
  discarded: 'Discarded',
  notDiscarded: 'Could not discard this entry',
  isBeingSent: 'It is being sent and may already have arrived. You can withdraw it in My entries.',
  undo: 'Undo',
  nothingWaits: 'Everything has been sent.',
  sendNow: 'Send now',
  export: 'Export unsent entries',
  deliveredLast: 'Recently sent',
  answered: 'Your answers',
  edit: 'Edit',
  discard: 'Discard',
  noConnection: 'Cannot reach the server',
  nextAttempt: (time: string) => `Trying again at ${time}, or as soon as you are online.`,
  serverFailed: 'Something went wrong on the server',
  serverBusy: 'The server is busy',
  serverLater: (time: string) => `Your entries are safe on this device. Trying again at ${time}.`,
  allAside: 'The server could not accept these entries',
  asideAgain: (time: string) =>
    `They stay on this device and do not hold up other entries. Trying again at ${time}.`,
  asideUntil: (count: number, time: string) =>
    `Attempts so far: ${formatNumber(count)}. This entry stays on this device, and the others are sent in the meantime. Trying again at ${time}, or when you press “Send now”.`,
  anotherTab: 'Another tab of this app is preventing this one from sending',
  closeOthers: (time: string) =>
    `If nothing is sent, close the other tabs of this app. Trying again at ${time}.`,
  noAnswer: 'This device’s storage is not responding',
  storageAgain: (time: string) =>
    `Nothing is lost. If this continues, close the other tabs of this app, or reload this page. Trying again at ${time}.`,
  almostFull: 'This device is almost out of storage',
  freeStorage: 'Send or export your unsent entries before you fill in more forms.',
  import: 'Import from a file',
  exporting: 'Getting the file ready…',
  notExported: 'The file could not be made: this device’s storage is not responding. Try again.',
  importing: 'Reading the file…',
  imported: (changes: number, files: number) => {
    const entries = changes === 1 ? '1 entry' : `${formatNumber(changes)} entries`;
    if (files === 0) return `${entries} imported`;
    return `${entries} imported, and ${files === 1 ? '1 file' : `${formatNumber(files)} files`}`;
  },
  notImported: {
    'not-an-outbox': 'This file is not an outbox export. Nothing was imported.',
    'of-somebody-else':
      'This file has another person’s entries. Only that person can send them, after signing in. Nothing was imported.',
    damaged:
      'A file in this export is missing or damaged. Export again on the other device. Nothing was imported.',
    'no-room':
      'This device does not have enough storage for the entries in this file. Nothing was imported.',
    'no-answer': 'This device’s storage is not responding. Nothing was imported. Try again later.',
    blocked:
      'This browser does not save anything for this app, so there is no outbox to import into.',
    'online-only':
      'This file has answers that must not be saved on a device. Send them from the device where they were filled in. Nothing was imported.',
  } satisfies { readonly [Why in ImportFailure]: string },
};
