import { formatNumber } from '../number-format.ts';

const kept = 'What you typed is still on this page.';

/** Notices shown while a form is filled in, and before somebody leaves. */
export const notices = {
  problem: 'There is a problem',
  onlineOnly: 'This form can only be sent while you are online',
  whyOnlineOnly:
    'It asks for something that should not be stored on a device, so nothing of it is kept here.',
  storageFull: 'There is no room left on this device',
  whyStorageFull: 'What you type is on this page alone. Send it before you close the page.',
  noAnswer: 'This device’s storage does not answer',
  whatToDo:
    'What is on this device cannot be read now. Nothing is lost, and it is tried again by itself. If this stays, close the other tabs of this app, or reload this page.',
  whyNoAnswer:
    'What you type is on this page alone for now, and it is tried again by itself. If this stays, close the other tabs of this app, and send it before you close this page.',
  blocked: 'This browser keeps nothing for this site',
  whyBlocked:
    'What you type is on this page alone, and gone when you close or reload it. You can still sign in and send it. To have it kept, allow this site to store data in your browser’s settings.',
  nothingKept:
    'So there is no outbox here, and you are signed in only until you close or reload this page. To change that, allow this site to store data in your browser’s settings.',
  inAnotherTab: 'This draft is open in another tab',
  whyInAnotherTab:
    'What you type here is on this page alone. Go on in the other tab, or send it from here.',
  found: 'You typed this earlier and did not send it',
  goOn: 'Go on, or clear the form.',
  signedIn: 'You are signed in.',
  unclaimed: (count: number) =>
    count === 1
      ? 'An entry was filled in on this device before you signed in. It is not sent yet.'
      : `${formatNumber(count)} entries were filled in on this device before you signed in. They are not sent yet.`,
  seeUnclaimed: 'Check and send',
  later: 'Later',
  checkAnswers: 'You are signed in. Check your answers and send them.',
  notDeliveredYet: 'Not delivered yet',
  notDelivered: 'Not delivered',
  kept,
  signInToSend: `Sign in to send this. ${kept}`,
  withdrawn: 'This entry was withdrawn',
  withdrawnKept: `It cannot be sent again as it is. ${kept}`,
  deliveredBefore: 'This entry was already delivered, with other answers',
  deliveredKept: `The delivered one stays as it is. ${kept}`,
  because: (title: string) => `${title}. ${kept}`,
  /** Titles of the API's problems, by code. A missing one is shown as the API words it. */
  problems: {} as { readonly [code: string]: string },
  seeEntries: 'See my entries',
  leaving: 'Something is not sent yet',
  whatWaits: (count: number) =>
    `Waiting on this device: ${formatNumber(count)}. Nobody else who uses this device can see it or send it.`,
  halfTyped:
    'Something is half filled in on this device. Nobody else who uses this device can see it or send it.',
  sending: 'Sending…',
  notAllSent: 'Not everything could be sent. Keep it for next time, or stay signed in.',
  keepIt: 'Keep it for next time',
  sendNow: 'Send it now',
  discard: 'Discard it for ever',
  stay: 'Stay signed in',
  waitsFor: (count: number, email: string) =>
    count === 1 ? `1 entry waits for ${email}` : `${formatNumber(count)} entries wait for ${email}`,
  ended: (email: string) => `${email} was signed out on this device`,
  keptForThem:
    'Their session was ended, for instance by signing out everywhere. What they had not sent is still on this device, and nobody else can see it here.',
  signInAgain: 'Sign in again',
  signInToSendIt: 'Sign in to send what waits',
  most: (max: number) => `You can enter up to ${formatNumber(max)} characters.`,
  left: (count: number) =>
    `You have ${formatNumber(count)} ${count === 1 ? 'character' : 'characters'} left.`,
  tooMany: (count: number) =>
    `You have ${formatNumber(count)} ${count === 1 ? 'character' : 'characters'} too many.`,
};
