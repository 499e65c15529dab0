import { Authenticator, Heading } from '@aws-amplify/ui-react';
import { useEffect } from 'react';
import './amplify.ts';
import './authenticator.css';

type Props = { readonly onSignedIn: () => void };

/** Amplify's own sign-in, sign-up, confirmation and forgotten password. Loaded by the sign-in page alone. */
export default function SignInForm({ onSignedIn }: Props) {
  return (
    <Authenticator loginMechanisms={['email']} components={components}>
      <Arrived onSignedIn={onSignedIn} />
    </Authenticator>
  );
}

/** Drawn by the Authenticator once somebody is signed in, be it before it was opened. */
function Arrived({ onSignedIn }: Props) {
  useEffect(() => onSignedIn(), [onSignedIn]);
  return <output>You are signed in.</output>;
}

/** Amplify begins at level 3 or 4, right after the page's level 1. */
const components = {
  ConfirmSignUp: { Header: () => <Heading level={2}>Look into your mail</Heading> },
  ForgotPassword: { Header: () => <Heading level={2}>Choose a new password</Heading> },
  ConfirmResetPassword: { Header: () => <Heading level={2}>Choose a new password</Heading> },
  ForceNewPassword: { Header: () => <Heading level={2}>Choose your own password</Heading> },
};
