import type { CodeFailure, CodePurpose } from '../../cloud/account/mailed-codes.ts';
import { amplify } from './amplify.ts';

/** The sign-in page, and the headings put into Amplify's sign-in. */
export const signIn = {
  heading: 'Sign in',
  needsNetwork: 'You need to be online to sign in',
  lead: 'With an account, you can see your entries on every device you use.',
  toSend: (form: string) =>
    `Sign in or create an account. Your answers to “${form}” are sent as soon as you are signed in.`,
  notYours: 'Not your answers?',
  withoutSending: 'Sign in without sending them',
  toSendFromHere: (form: string) =>
    `Sign in or create an account. Your answers to “${form}” are sent as soon as you are signed in. Until then, do not close or reload this page: your answers are not saved anywhere else.`,
  toSeeEntries: 'Sign in to see your entries.',
  moment: 'One moment…',
  signedIn: 'You are signed in.',
  newPassword: 'Choose a new password',
  ownPassword: 'Choose your own password',
  passwordRule: 'At least 12 characters.',

  /** The step that asks for a mailed code. */
  checkEmail: 'Check your email',
  enterCode: (email: string) => `Enter the 6-digit code we sent to ${email}.`,
  code: 'Code',
  confirm: 'Continue',
  newPasswordLabel: 'New password',
  savePassword: 'Save password',
  sendAnotherCode: 'Send a new code',
  codeSent: (email: string) =>
    `We have sent a new code to ${email}. It can take a minute to arrive.`,
  backToSignIn: 'Back to sign in',
  codeFailures: {
    'no-code': 'Enter the code',
    'wrong-code': 'This is not the code we sent. Check it, or send a new code.',
    'expired-code': 'This code has expired. Send a new code.',
    'weak-password': 'Use at least 12 characters for the new password.',
    'too-often': 'There were too many attempts. Try again later.',
    unreachable: 'Could not reach the server. Check your connection, then try again.',
    failed: 'That did not work. Try again, or send a new code.',
  } satisfies { readonly [Why in CodeFailure | 'no-code']: string },
  codeDone: {
    confirm: 'Your account is ready. Sign in to continue.',
    'new-password': 'Your password has been changed. Sign in with the new password.',
  } satisfies { readonly [To in CodePurpose]: string },
  amplify,
};
