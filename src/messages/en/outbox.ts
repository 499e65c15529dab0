import type { StorageFailure } from '../../device/storage-failure.ts';
import type { UnreadableFile } from '../../outbox/outbox-file.ts';
import { formatNumber } from '../number-format.ts';

/** The outbox: changes that wait on this device. */
export const outbox = {
  heading: 'Outbox',
  lead: 'What you have sent and is not delivered yet. It stays on this device until it is.',
  signInToSee: 'Sign in to see what waits.',
  signIn: 'Sign in',
  signInAs: 'Nobody is signed in. Whoever signs in next is asked whether these are theirs.',
  unclaimedHeading: 'Filled in before you signed in',
  unclaimedLead: (email: string) =>
    `Check the answers. Send them as ${email} only if they are yours; otherwise leave them here.`,
  sendAllAs: (count: number, email: string) => `Send all ${formatNumber(count)} as ${email}`,
  signInToSend: 'Sign in to send what waits',
  sessionEnded: 'Your session has ended.',
  discarded: 'Discarded',
  notDiscarded: 'Not discarded',
  isBeingSent: 'It is being sent, and may have arrived. You can withdraw it in My entries.',
  undo: 'Undo',
  nothingWaits: 'Nothing waits: everything is delivered.',
  sendNow: 'Send now',
  export: 'Export what waits',
  deliveredLast: 'Delivered last',
  answered: 'What you answered',
  edit: 'Edit',
  discard: 'Discard',
  noConnection: 'There is no connection to the server',
  nextAttempt: (time: string) =>
    `The next attempt is at ${time}, or as soon as the network is back.`,
  serverFailed: 'The server has a problem',
  serverBusy: 'The server is busy',
  serverLater: (time: string) =>
    `Your entries are safe on this device. The next attempt is at ${time}.`,
  allAside: 'The server could not take what is here',
  asideAgain: (time: string) =>
    `It stays on this device and does not hold up anything else. The next attempt is at ${time}.`,
  asideUntil: (count: number, time: string) =>
    `Attempts so far: ${formatNumber(count)}. It stays on this device, and the others are sent meanwhile. The next attempt is at ${time}, or when you press “Send now”.`,
  anotherTab: 'Another tab of this app keeps this one from sending',
  closeOthers: (time: string) =>
    `If nothing leaves, close the other tabs of this app. The next attempt is at ${time}.`,
  noAnswer: 'This device’s storage does not answer',
  storageAgain: (time: string) =>
    `Nothing is lost. If this stays, close the other tabs of this app, or reload this page. The next attempt is at ${time}.`,
  almostFull: 'This device is almost full',
  freeStorage: 'Send what waits, or export it to a file, before you fill in more.',
  import: 'Import from a file',
  imported: (count: number) => `Imported from the file: ${formatNumber(count)}`,
  notImported: {
    'not-an-outbox': 'This file is not an outbox export. Nothing was imported.',
    'of-somebody-else':
      'This file has entries of another person. Sign in as that person to send them. Nothing was imported.',
    'no-room': 'This device has not enough storage for what is in the file.',
    'no-answer': 'This device’s storage does not answer. Import the file again later.',
    blocked: 'This browser stores nothing for this site, so there is no outbox to import into.',
    'online-only':
      'This file has answers that must not be stored on a device. Send them from the device they are on. Nothing was imported.',
  } satisfies { readonly [Why in UnreadableFile | StorageFailure | 'online-only']: string },
};
