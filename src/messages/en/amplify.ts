/** Amplify's messages that we word differently, by their English text. */
export const amplify: { readonly [text: string]: string } = {
  'Sign In': 'Sign in',
  'Create Account': 'Create account',
  'Creating Account': 'Creating account',
  'Confirm Password': 'Type the password again',
  'New Password': 'New password',
  'Change Password': 'Save password',
  'Send Code': 'Send code',
  'Reset Password': 'Reset password',
  'Back to Sign In': 'Back to sign in',
  'Forgot your password?': 'I have forgotten my password',
  'Your passwords must match': 'The two passwords are not the same',
  'Password must have at least 12 characters': 'Use at least 12 characters',
  'Please enter a valid email':
    'Enter an email address in the correct format, like name@example.com',

  'Incorrect username or password.': 'Incorrect email or password.',
  'User does not exist.': 'Incorrect email or password.',
  'User already exists': 'There is an account with this email address already. Sign in instead.',
  'An account with the given email already exists.':
    'There is an account with this email address already. Sign in instead.',
  'Invalid email address format.':
    'Enter an email address in the correct format, like name@example.com',
  'Attempt limit exceeded, please try after some time.':
    'There were too many attempts. Try again in a while.',
  'Password attempts exceeded': 'There were too many attempts. Try again in a while.',
  'Invalid session for the user, session is expired.': 'That took too long. Start again.',
  'Invalid session for the user.': 'That took too long. Start again.',
  'Password did not conform with policy: Password not long enough': 'Use at least 12 characters',
  'A network error has occurred.':
    'There is no connection to the server. Check your connection, then try again.',
  'Network error': 'There is no connection to the server. Check your connection, then try again.',
};
