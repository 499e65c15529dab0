import { tidyCode } from '#core/fields/tidy.ts';
import { Authenticator, Heading } from '@aws-amplify/ui-react';
import { resendSignUpCode, resetPassword, signIn, signUp } from 'aws-amplify/auth';
import { I18n } from 'aws-amplify/utils';
import { use, useEffect, useMemo, useState } from 'react';
import { createDeviceStorage } from '../device/storage.ts';
import { signIn as signInInEnglish } from '../words/en/sign-in.ts';
import { SpeechContext, useWords } from '../words/speech.ts';
import './amplify.ts';
import './authenticator.css';
import { CodeForm } from './code-form.tsx';
import { createCodeStep, type CodeStep } from './code-step.ts';
import { codes, type CodeTo } from './codes.ts';

type Props = { readonly onSignedIn: () => void };

const codeStep = createCodeStep(createDeviceStorage(() => window.sessionStorage));

type Step =
  | { readonly is: 'account'; readonly email?: string; readonly done?: CodeTo }
  | (CodeStep & { readonly is: 'code'; readonly password?: string | undefined });

/**
 * Amplify's own sign-in, sign-up and forgotten password; the step with a code is ours, because Amplify's is
 * gone when the page is loaded again. Loaded by the sign-in page alone.
 */
export default function SignInForm({ onSignedIn }: Props) {
  const words = useWords('signIn', signInInEnglish);
  const [step, setStep] = useState<Step>(() => {
    const waiting = codeStep.read();
    return waiting ? { is: 'code', ...waiting } : { is: 'account' };
  });
  const services = useMemo(
    () =>
      servicesWith((wanted) => {
        codeStep.keep(wanted);
        setStep({ is: 'code', ...wanted });
      }),
    [],
  );

  function leaveCode(next: Omit<Extract<Step, { is: 'account' }>, 'is'>) {
    codeStep.forget();
    setStep({ is: 'account', ...next });
  }

  if (step.is === 'code')
    return (
      <CodeForm
        {...step}
        codes={codes}
        onEntered={() => {
          codeStep.forget();
          onSignedIn();
        }}
        onDone={(done) => leaveCode({ email: step.email, done })}
        onBack={() => leaveCode({ email: step.email })}
      />
    );
  return (
    <>
      <output className="code-done">{step.done && <span>{words.codeDone[step.done]}</span>}</output>
      <AmplifySignIn {...{ onSignedIn, services }} email={step.email} />
    </>
  );
}

type AmplifyProps = Props & {
  readonly services: object;
  readonly email: string | undefined;
};

function AmplifySignIn({ onSignedIn, services, email }: AmplifyProps) {
  const { language } = use(SpeechContext);
  const { amplify, passwordRule } = useWords('signIn', signInInEnglish);
  // Before the first word is asked for; Amplify knows one language at a time, and asks when it draws.
  I18n.putVocabulariesForLanguage(language, amplify);
  I18n.setLanguage(language);
  return (
    <Authenticator
      key={language}
      loginMechanisms={['email']}
      components={components}
      formFields={fieldsWith({ email, passwordRule })}
      services={services}
    >
      <Arrived onSignedIn={onSignedIn} />
    </Authenticator>
  );
}

type AskForCode = (step: CodeStep & { readonly password?: string | undefined }) => void;

/** Where Amplify would go on to a step with a code, ours takes its place: there is nothing to come back to. */
function servicesWith(askForCode: AskForCode) {
  return {
    async handleSignUp(input: Parameters<typeof signUp>[0]) {
      const { password } = input;
      const username = tidyCode(input.username);
      const made = await signUp({ ...input, username });
      if (made.nextStep.signUpStep !== 'CONFIRM_SIGN_UP') return made;
      askForCode({ to: 'confirm', email: username, password });
      return never();
    },
    async handleSignIn(input: Parameters<typeof signIn>[0]) {
      const { password } = input;
      const username = tidyCode(input.username);
      const entered = await signIn({ ...input, username });
      const { signInStep } = entered.nextStep;
      if (signInStep === 'CONFIRM_SIGN_UP') {
        await resendSignUpCode({ username });
        askForCode({ to: 'confirm', email: username, password });
        return never();
      }
      if (signInStep !== 'RESET_PASSWORD') return entered;
      await resetPassword({ username });
      askForCode({ to: 'new-password', email: username });
      return never();
    },
    async handleForgotPassword(input: Parameters<typeof resetPassword>[0]) {
      const username = tidyCode(input.username);
      await resetPassword({ ...input, username });
      askForCode({ to: 'new-password', email: username });
      return never();
    },
  };
}

const never = () => new Promise<never>(() => undefined);

type Told = { readonly email: string | undefined; readonly passwordRule: string };

/** Labels say what belongs where: no placeholder repeats them. The rest Amplify's types do not know. */
function fieldsWith({ email, passwordRule }: Told) {
  // A box of its own kind refuses what cannot be seen, and tells nobody what.
  const username: object = {
    type: 'text',
    inputMode: 'email',
    autoCapitalize: 'none',
    spellCheck: false,
    placeholder: '',
    ...(email && { defaultValue: email }),
  };
  const password: object = {
    placeholder: '',
    showPasswordButtonLabel: I18n.get('Show password'),
    passwordIsShownLabel: I18n.get('Password is shown'),
    passwordIsHiddenLabel: I18n.get('Password is hidden'),
  };
  const newOne: object = { ...password, descriptiveText: passwordRule };
  return {
    signIn: { username, password },
    signUp: { email: username, password: newOne, confirm_password: password },
    forgotPassword: { username },
    forceNewPassword: { password: newOne, confirm_password: password },
  };
}

/** Drawn by the Authenticator once somebody is signed in, be it before it was opened. */
function Arrived({ onSignedIn }: Props) {
  useEffect(() => onSignedIn(), [onSignedIn]);
  return <output>{useWords('signIn', signInInEnglish).signedIn}</output>;
}

/** Amplify begins at level 3 or 4, right after the page's level 1. */
const components = {
  ForgotPassword: { Header: () => <OwnHeading says="newPassword" /> },
  ForceNewPassword: { Header: () => <OwnHeading says="ownPassword" /> },
};

type OwnHeadingProps = { readonly says: 'newPassword' | 'ownPassword' };

function OwnHeading({ says }: OwnHeadingProps) {
  const words = useWords('signIn', signInInEnglish);
  return <Heading level={2}>{words[says]}</Heading>;
}
