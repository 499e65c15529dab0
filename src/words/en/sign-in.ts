/** Around Amplify's sign-in, and the headings put into it. */
export const signIn = {
  heading: 'Sign in',
  lead: 'An account keeps your entries together, on every device you use.',
  toSend: 'Sign in to send this. It is saved on this device until you do.',
  toSendFromHere:
    'Sign in to send this. What you typed is still here, as long as you do not close or reload this page.',
  toSeeEntries: 'Sign in to see your entries.',
  moment: 'One moment…',
  signedIn: 'You are signed in.',
  lookIntoMail: 'Look into your mail',
  newPassword: 'Choose a new password',
  ownPassword: 'Choose your own password',
  /** What Amplify says, by its English: nothing to change in that. */
  amplify: {} as { readonly [text: string]: string },
};
