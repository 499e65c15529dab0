/** The menu: the account, language and theme. */
export const settings = {
  signedInAs: 'Signed in as',
  account: 'Account',
  signOut: 'Sign out',
  signInAgain: 'Sign in again to send',
  language: 'Language',
  asBrowser: 'Browser language',
  theme: 'Theme',
  asSystem: 'System theme',
  light: 'Light',
  dark: 'Dark',
};
