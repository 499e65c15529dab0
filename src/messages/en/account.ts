import type { AccountFailure } from '../../cloud/account/account-actions.ts';
import { formatNumber } from '../number-format.ts';

/** The account page. */
export const account = {
  heading: 'Account',
  signInToSee: 'Sign in to see your account.',
  signIn: 'Sign in',
  email: 'Email address',
  waiting: 'Waiting to be sent',
  outbox: 'Outbox',
  role: 'Role',
  owner: 'Owner: you can read everyone’s responses',

  everywhere: 'Sign out everywhere',
  aboutEverywhere:
    'Ends your sessions on all devices, including this one. A device in use can stay signed in for up to 15 minutes.',
  staysHere:
    'Entries you have not sent stay on this device until you sign in again. Nothing else of yours stays here.',
  signingOut: 'Signing out…',
  notSignedOut: 'Could not reach the sign-in service. You are still signed in.',

  password: 'Change your password',
  current: 'Current password',
  new: 'New password',
  change: 'Change password',
  changing: 'Changing…',
  changed: 'Your password has been changed.',
  oldNeeded: 'Enter your current password',
  newNeeded: 'Enter a new password',
  notChanged: {
    unreachable: 'Your password was not changed. Check your connection, then try again.',
    'wrong-password': 'The current password is incorrect.',
    'weak-password': 'Use at least 12 characters for the new password.',
    'too-often': 'There were too many attempts. Try again later.',
  } satisfies { readonly [Why in AccountFailure]: string },

  everything: 'Your data',
  aboutEverything:
    'One file with your account, all your entries, and the entries waiting to be sent from this device.',
  download: 'Download my data',
  getting: 'Loading your entries…',
  soFar: (count: number) => `Entries loaded: ${formatNumber(count)}`,
  notEverything: 'Some of your entries could not be loaded, so no file was saved. Try again.',
  inFile: (count: number) =>
    `Your data has been saved to a file, with ${formatNumber(count)} ${count === 1 ? 'entry' : 'entries'}.`,

  erase: 'Erase my account',
  aboutErasing:
    'Erases the answers in all your entries, then your account, then everything stored about you on this device. This cannot be undone. We will ask you to confirm.',
  eraseHeading: 'Erase your account and entries',
  thisErases: 'This erases, in this order:',
  erasesEntries:
    'the answers in all your entries, in every form, including entries you have withdrawn',
  erasesAccount: (email: string) => `your account, ${email}`,
  erasesDevice: 'everything stored about you on this device',
  erasesWaiting: (count: number) =>
    `everything stored about you on this device, including ${formatNumber(count)} unsent ${count === 1 ? 'entry' : 'entries'}`,
  noWayBack:
    'This cannot be undone. Emails that were already sent are not erased. Backups of the database are deleted after 35 days.',
  withoutAccount: {
    heading: 'Erase the entries of this device',
    thisErases:
      'This erases the answers in all entries sent from this device without an account, and everything stored on it about them, unsent entries and drafts included.',
    keep: 'Cancel',
    isErased: (count: number) =>
      count === 1 ? '1 entry has been erased' : `${formatNumber(count)} entries have been erased`,
    nothingLeft: 'Nothing about them is left on this device.',
  },
  confirmBy: (email: string) => `To confirm, enter your email address: ${email}`,
  typeToConfirm: (email: string) => `Enter ${email} to confirm`,
  eraseAll: 'Erase everything',
  keepAll: 'Cancel',
  erasing: 'Erasing…',
  stayHere: 'Keep this page open until it is finished.',
  stopped: 'Erasing stopped',
  brokenOff:
    'Could not reach the server. What has been erased stays erased; everything else is still there. Check your connection, then try again.',
  isErased: (count: number) =>
    count === 1
      ? 'Your account and 1 entry have been erased'
      : `Your account and ${formatNumber(count)} entries have been erased`,
  nothingLeft: 'Nothing about you is left on this device, and you are signed out.',
  toFirst: 'See all forms',
  erased: 'Entries erased',
  erasedSoFar: (count: number) => `Entries erased: ${formatNumber(count)}`,
};
