import type { CodeFailure, CodePurpose } from '../../cloud/account/mailed-codes.ts';
import { amplify } from './amplify.ts';

/** The sign-in page, and the headings put into Amplify's sign-in. */
export const signIn = {
  heading: 'Sign in',
  lead: 'An account keeps your entries together, on every device you use.',
  toSend: 'Sign in to send this. It is saved on this device until you do.',
  toSendFromHere:
    'Sign in to send this. What you typed is still here, as long as you do not close or reload this page.',
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
    'wrong-code': 'This is not the code we sent. Check it, or ask for a new one.',
    'expired-code': 'This code has expired. Ask for a new one.',
    'weak-password': 'Use at least 12 characters for the new password.',
    'too-often': 'There were too many attempts. Try again in a while.',
    unreachable: 'There is no connection to the server. Check your connection, then try again.',
    failed: 'That did not work. Try again, or ask for a new code.',
  } satisfies { readonly [Why in CodeFailure | 'no-code']: string },
  codeDone: {
    confirm: 'Your account is ready. Sign in to continue.',
    'new-password': 'Your password is changed. Sign in with the new one.',
  } satisfies { readonly [To in CodePurpose]: string },
  amplify,
};
