import { formatNumber } from '../number-format.ts';

const kept = 'Your answers are still on this page.';

/** Notices shown while a form is filled in, and before somebody leaves. */
export const notices = {
  newVersion: 'A new version is ready.',
  problem: 'There is a problem',
  checkThese: 'Check these answers',
  sendAnyway: 'Change them, or send the form as it is.',
  onlineOnly: 'You need to be online to send this form',
  whyOnlineOnly: 'For your privacy, this form is not saved on this device.',
  offline: 'You are offline',
  sentWhenOnline:
    'You can still fill in this form and send it. Your answers are kept on this device until you are back online.',
  sentOnceSignedIn:
    'You can still fill in this form. Your answers are kept on this device until you are back online and signed in.',
  keptAt: (time: string) => `Kept on this device ${time}`,
  storageFull: 'This device has no storage left',
  whyStorageFull: 'Your answers are on this page only. Send them before you close it.',
  noAnswer: 'This device’s storage is not responding',
  whatToDo:
    'Your entries on this device cannot be read right now. Nothing is lost, and the app keeps trying. If this continues, close the other tabs of this app, or reload this page.',
  whyNoAnswer:
    'For now, your answers are on this page only. The app keeps trying to save them. If this continues, close the other tabs of this app, and send your answers before you close this page.',
  blocked: 'This browser does not save anything for this app',
  whyBlocked:
    'Your answers are on this page only, and are lost if you close or reload it. You can still sign in and send them. To save them on this device, allow this site to store data in your browser’s settings.',
  nothingKept:
    'There is no outbox on this device, and you stay signed in only until you close or reload this page. To change that, allow this site to store data in your browser’s settings.',
  inAnotherTab: 'This draft is open in another tab',
  whyInAnotherTab:
    'What you type here is on this page only. Continue in the other tab, or send it from here.',
  found: 'You have an unsent draft',
  goOn: 'Continue where you left off, or clear the form.',
  signedIn: 'You are signed in.',
  unclaimed: (count: number) =>
    count === 1
      ? 'An entry was filled in on this device before you signed in. It has not been sent yet.'
      : `${formatNumber(count)} entries were filled in on this device before you signed in. They have not been sent yet.`,
  seeUnclaimed: 'Check and send',
  later: 'Later',
  adoptable: (count: number) =>
    count === 1
      ? 'An entry was sent from this device without an account.'
      : `${formatNumber(count)} entries were sent from this device without an account.`,
  adopt: 'Add to my entries',
  notMine: 'Not mine',
  adopting: 'Adding…',
  notAdopted: 'Could not reach the server. Check your connection, then try again.',
  checkAnswers: 'You are signed in. Check your answers and send them.',
  notDeliveredYet: 'Not sent yet',
  notDelivered: 'Not sent',
  kept,
  signInToSend: `Sign in to send this. ${kept}`,
  withdrawn: 'This entry was withdrawn',
  withdrawnKept: `${kept} You can send them as a new entry.`,
  deliveredBefore: 'This entry was already sent, with different answers',
  deliveredKept: `The entry that was sent stays as it is. ${kept}`,
  because: (title: string) => `${title}. ${kept}`,
  /** Titles of the API's problems, by code. A missing one is shown as the API words it. */
  problems: {} as { readonly [code: string]: string },
  seeEntries: 'See my entries',
  leaving: 'You have unsent answers',
  whatWaits: (count: number) =>
    count === 1
      ? 'An entry is waiting to be sent. Nobody else who uses this device can see it or send it.'
      : `${formatNumber(count)} entries are waiting to be sent. Nobody else who uses this device can see or send them.`,
  halfTyped:
    'You have an unfinished form on this device. Nobody else who uses this device can see it or send it.',
  sending: 'Sending…',
  notAllSent: 'Not everything could be sent. Keep the rest for next time, or stay signed in.',
  keepIt: 'Keep for next time',
  sendNow: 'Send now',
  discard: 'Discard permanently',
  stay: 'Stay signed in',
  waitsFor: (count: number, email: string) =>
    count === 1
      ? `1 entry is waiting for ${email}`
      : `${formatNumber(count)} entries are waiting for ${email}`,
  ended: (email: string) => `${email} was signed out on this device`,
  keptForThem:
    'Their session ended, for example because they signed out everywhere. Their unsent entries are still on this device, and nobody else can see them here.',
  signInAgain: 'Sign in again',
  signInToSendIt: 'Sign in to send them',
  most: (max: number) => `You can enter up to ${formatNumber(max)} characters.`,
  left: (count: number) =>
    `You have ${formatNumber(count)} ${count === 1 ? 'character' : 'characters'} left.`,
  tooMany: (count: number) =>
    `You have ${formatNumber(count)} ${count === 1 ? 'character' : 'characters'} too many.`,
  byWord: {
    most: (max: number) => `You can enter up to ${formatNumber(max)} words.`,
    left: (count: number) =>
      `You have ${formatNumber(count)} ${count === 1 ? 'word' : 'words'} left.`,
    tooMany: (count: number) =>
      `You have ${formatNumber(count)} ${count === 1 ? 'word' : 'words'} too many.`,
  },
};
