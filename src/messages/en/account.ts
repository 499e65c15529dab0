import type { AccountFailure } from '../../cloud/account/account-actions.ts';
import { formatNumber } from '../number-format.ts';

/** The account page. */
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
    'Ends your sessions on all devices, this one among them. A device that has just been used may go on for up to 15 minutes.',
  staysHere:
    'What you have not sent stays on this device for when you are back, and nothing else of yours.',
  signingOut: 'Signing out…',
  notSignedOut: 'Cognito could not be reached. Nothing was signed out.',

  password: 'Change your password',
  current: 'Current password',
  new: 'New password',
  change: 'Change the password',
  changing: 'Changing…',
  changed: 'Your password is changed.',
  oldNeeded: 'Enter your current password',
  newNeeded: 'Enter a new password',
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
  soFar: (count: number) => `Entries so far: ${formatNumber(count)}`,
  notEverything: 'Not everything could be fetched, so nothing was saved. Try again.',
  inFile: (count: number) => `Saved to a file. Entries in it: ${formatNumber(count)}`,

  erase: 'Erase me',
  aboutErasing:
    'Erases the answers of all your entries, then your account, then what is on this device. Nobody can bring it back. You are asked once more.',
  eraseHeading: 'Erase your account and entries',
  thisErases: 'This erases, one after the other:',
  erasesEntries: 'the answers of all your entries, in every form, also those you have withdrawn',
  erasesAccount: (email: string) => `your account, ${email}`,
  erasesDevice: 'what is stored about you on this device',
  erasesWaiting: (count: number) =>
    `what is stored about you on this device. Not sent yet, and never sent then: ${formatNumber(count)}`,
  noWayBack:
    'Nobody can bring it back. Backups of the database, and mails that were sent, are not changed; backups are deleted after 35 days.',
  confirmBy: (email: string) => `To confirm, enter your email address: ${email}`,
  typeToConfirm: (email: string) => `Enter ${email} to confirm`,
  eraseAll: 'Erase everything',
  keepAll: 'Cancel',
  erasing: 'Erasing…',
  stayHere: 'Keep this page open until it is done.',
  stopped: 'Erasing stopped',
  brokenOff:
    'The server could not be reached. What is erased stays erased, and the rest is still there. Check your connection, then try again.',
  isErased: (count: number) =>
    count === 1
      ? 'Your account and 1 entry are erased'
      : `Your account and ${formatNumber(count)} entries are erased`,
  nothingLeft: 'Nothing about you is left on this device. You are signed out.',
  toFirst: 'Go to the first page',
  erased: 'Entries erased',
  erasedSoFar: (count: number) => `Entries erased: ${formatNumber(count)}`,
};
