import { Authenticator, Heading } from '@aws-amplify/ui-react';
import { I18n } from 'aws-amplify/utils';
import { use, useEffect } from 'react';
import { signIn } from '../words/en/sign-in.ts';
import { SpeechContext, useWords } from '../words/speech.ts';
import './amplify.ts';
import './authenticator.css';

type Props = { readonly onSignedIn: () => void };

/** Amplify's own sign-in, sign-up, confirmation and forgotten password. Loaded by the sign-in page alone. */
export default function SignInForm({ onSignedIn }: Props) {
  const { language } = use(SpeechContext);
  const { amplify } = useWords('signIn', signIn);
  // Before the first word is asked for; Amplify knows one language at a time, and asks when it draws.
  I18n.putVocabulariesForLanguage(language, amplify);
  I18n.setLanguage(language);
  return (
    <Authenticator
      key={language}
      loginMechanisms={['email']}
      components={components}
      formFields={passwords()}
    >
      <Arrived onSignedIn={onSignedIn} />
    </Authenticator>
  );
}

/** The button that shows a password: Amplify translates everything but what that is called. */
function passwords() {
  const button: object = {
    showPasswordButtonLabel: I18n.get('Show password'),
    passwordIsShownLabel: I18n.get('Password is shown'),
    passwordIsHiddenLabel: I18n.get('Password is hidden'),
  };
  const both = { password: button, confirm_password: button };
  return {
    signIn: { password: button },
    signUp: both,
    confirmResetPassword: both,
    forceNewPassword: both,
  };
}

/** Drawn by the Authenticator once somebody is signed in, be it before it was opened. */
function Arrived({ onSignedIn }: Props) {
  useEffect(() => onSignedIn(), [onSignedIn]);
  return <output>{useWords('signIn', signIn).signedIn}</output>;
}

/** Amplify begins at level 3 or 4, right after the page's level 1. */
const components = {
  ConfirmSignUp: { Header: () => <OwnHeading says="lookIntoMail" /> },
  ForgotPassword: { Header: () => <OwnHeading says="newPassword" /> },
  ConfirmResetPassword: { Header: () => <OwnHeading says="newPassword" /> },
  ForceNewPassword: { Header: () => <OwnHeading says="ownPassword" /> },
};

type OwnHeadingProps = { readonly says: 'lookIntoMail' | 'newPassword' | 'ownPassword' };

function OwnHeading({ says }: OwnHeadingProps) {
  const words = useWords('signIn', signIn);
  return <Heading level={2}>{words[says]}</Heading>;
}
