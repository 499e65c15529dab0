import type { AccountFailure } from '../../cloud/account.ts';
import { numberInWords } from '../formats.ts';

/** Who a person is here, and what they can do about it. */
export const account = {
  heading: 'Account',
  signInToSee: 'Sign in to see your account.',
  signIn: 'Sign in',
  email: 'Email address',
  waiting: 'Waiting on this device',
  outbox: 'Outbox',
  role: 'Role',
  owner: 'Owner: you can read everybody’s responses',

  everywhere: 'Sign out everywhere',
  aboutEverywhere:
    'Ends your sessions on all devices, this one among them. A device that has just been used may go on for up to an hour.',
  staysHere: 'What waits on this device stays here for when you are back.',
  signingOut: 'Signing out…',
  notSignedOut: 'Cognito could not be reached. Nothing was signed out.',

  password: 'Change your password',
  current: 'Current password',
  new: 'New password',
  change: 'Change the password',
  changing: 'Changing…',
  changed: 'Your password is changed.',
  bothNeeded: 'Enter your current password and a new one.',
  notChanged: {
    unreachable: 'The password could not be changed. Check your connection, then try again.',
    'wrong-password': 'The current password is not right.',
    'weak-password': 'The new password is too short, or too simple.',
    'too-often': 'That was tried too often. Try again in a while.',
  } satisfies { readonly [Why in AccountFailure]: string },

  everything: 'Everything about you',
  aboutEverything: 'Your account, all your entries, and what waits on this device, as one file.',
  download: 'Download everything about me',
  getting: 'Getting your entries…',
  soFar: (count: number) => `Entries so far: ${numberInWords(count)}`,
  notEverything: 'Not everything could be fetched, so nothing was saved. Try again.',
  inFile: (count: number) => `Saved to a file. Entries in it: ${numberInWords(count)}`,

  erase: 'Erase me',
  aboutErasing:
    'Erases the answers of all your entries, then your account, then what is on this device. Nobody can bring it back.',
  eraseAll: 'Yes, erase everything',
  keepAll: 'No, keep it',
  erasing: 'Erasing…',
  brokenOff: 'It was broken off. What is erased stays erased: try again to go on.',
  erased: 'Entries erased',
  doneOf: (done: number, all: number) => `${numberInWords(done)} of ${numberInWords(all)}`,
  erasedOf: (done: number, all: number) =>
    `Entries erased: ${numberInWords(done)} of ${numberInWords(all)}`,
};
