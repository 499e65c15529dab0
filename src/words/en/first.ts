import { numberInWords } from '../formats.ts';

/** What is said on the first page, and around every other. */
export const first = {
  skip: 'Skip to the content',
  navigation: 'Main',
  myEntries: 'My entries',
  responses: 'Responses',
  outbox: 'Outbox',
  signIn: 'Sign in',
  signOut: 'Sign out',
  waiting: (count: number) => `Waiting on this device: ${numberInWords(count)}`,
  andWaiting: (count: number) => `, waiting: ${numberInWords(count)}`,
  unread: ', cannot be read now',
  signedInAs: (name: string) => `Signed in as ${name}`,
  signInAgainAs: (name: string) => `To send, sign in again as ${name}`,
  notSignedIn: 'Not signed in',
  forDevelopers: 'For developers: the API',
  about: 'About this app',
  staysHere: 'What you type stays on this device until it is delivered.',
  newVersion: 'A new version is ready.',
  reload: 'Reload',
  onlyHere:
    'What you typed is on this page only. Send it first: if the page is loaded again, it is lost.',
  loseIt: 'Reload and lose it',
  goBack: 'Go back',
  notShown: 'This page could not be shown',
  wentWrong: 'Something went wrong',
  keptLoadAgain:
    'What you typed is kept on this device. Check your connection, then load the page again.',
  loadAgain: 'Load again',
  error: 'Error:',
  optional: '(optional)',
  none: 'Choose none of these',
  noAnswer: 'No answer',
  chooseOne: 'Choose one',
  sending: 'Sending…',
  sendAsNew: 'Send as a new entry',
  tryAgain: 'Try again',
  saveChange: 'Save the change',
  clear: 'Clear the form',
  bringBack: 'Bring back what I typed',
  isEmpty: 'The form is empty.',
  most: (max: number) => `You can enter up to ${numberInWords(max)} characters.`,
  left: (count: number) =>
    `You have ${numberInWords(count)} ${count === 1 ? 'character' : 'characters'} left.`,
  tooMany: (count: number) =>
    `You have ${numberInWords(count)} ${count === 1 ? 'character' : 'characters'} too many.`,
};
