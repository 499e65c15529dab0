/** Amplify's messages that we word differently, by their English text. */
export const amplify: { readonly [text: string]: string } = {
  Email: 'Email address',
  'Sign In': 'Sign in',
  'Create Account': 'Create account',
  'Creating Account': 'Creating account',
  'Confirm Password': 'Confirm password',
  'New Password': 'New password',
  'Change Password': 'Save password',
  'Send Code': 'Send code',
  'Reset Password': 'Reset password',
  'Back to Sign In': 'Back to sign in',
  'Your passwords must match': 'The two passwords do not match',
  'Password must have at least 12 characters': 'Use at least 12 characters',
  'Please enter a valid email':
    'Enter an email address in the correct format, like name@example.com',

  'Incorrect username or password.': 'Incorrect email or password.',
  'User does not exist.': 'Incorrect email or password.',
  'User already exists': 'An account with this email address already exists. Sign in instead.',
  'An account with the given email already exists.':
    'An account with this email address already exists. Sign in instead.',
  'Invalid email address format.':
    'Enter an email address in the correct format, like name@example.com',
  'Attempt limit exceeded, please try after some time.':
    'There were too many attempts. Try again later.',
  'Password attempts exceeded': 'There were too many attempts. Try again later.',
  'Invalid session for the user, session is expired.': 'This took too long. Start again.',
  'Invalid session for the user.': 'This took too long. Start again.',
  'Password did not conform with policy: Password not long enough': 'Use at least 12 characters',
  'A network error has occurred.':
    'Could not reach the server. Check your connection, then try again.',
  'Network error': 'Could not reach the server. Check your connection, then try again.',
};
