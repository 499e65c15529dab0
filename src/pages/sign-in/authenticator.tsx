import { tidyCode } from '#core/values/tidy-text.ts';
import { Authenticator, Heading } from '@aws-amplify/ui-react';
import { resendSignUpCode, resetPassword, signIn, signUp } from 'aws-amplify/auth';
import { I18n } from 'aws-amplify/utils';
import { use, useEffect, useMemo, useState } from 'react';
import type { SignInFormProps } from '../../deps.ts';
import { createDeviceStorage } from '../../device/device-storage.ts';
import { signIn as signInInEnglish } from '../../messages/en/sign-in.ts';
import { LocaleContext, useMessages } from '../../messages/locale.ts';
import '../../cloud/session/amplify-identity.ts';
import './authenticator.css';
import { CodeForm } from './code-form.tsx';
import { createPendingCode, type PendingCode } from '../../cloud/account/pending-code.ts';
import { codes, type CodePurpose } from '../../cloud/account/mailed-codes.ts';

const pendingCode = createPendingCode(createDeviceStorage(() => window.sessionStorage));

type Step =
  | { readonly is: 'account'; readonly email?: string; readonly done?: CodePurpose }
  | (PendingCode & { readonly is: 'code'; readonly password?: string | undefined });

/**
 * Amplify's sign-in, sign-up and forgotten password. The step that asks for a mailed code is ours,
 * because Amplify's does not survive a reload. Loaded by the sign-in page alone.
 */
export default function SignInForm({ isNewcomer, onSignedIn }: SignInFormProps) {
  const messages = useMessages('signIn', signInInEnglish);
  const [step, setStep] = useState<Step>(() => {
    const waiting = pendingCode.read();
    return waiting ? { is: 'code', ...waiting } : { is: 'account' };
  });
  const services = useMemo(
    () =>
      servicesWith((wanted) => {
        pendingCode.keep(wanted);
        setStep({ is: 'code', ...wanted });
      }),
    [],
  );

  function leaveCode(next: Omit<Extract<Step, { is: 'account' }>, 'is'>) {
    pendingCode.forget();
    setStep({ is: 'account', ...next });
  }

  if (step.is === 'code')
    return (
      <CodeForm
        {...step}
        codes={codes}
        onEntered={() => {
          pendingCode.forget();
          onSignedIn();
        }}
        onDone={(done) => leaveCode({ email: step.email, done })}
        onBack={() => leaveCode({ email: step.email })}
      />
    );
  return (
    <>
      <output className="code-done">
        {step.done && <span>{messages.codeDone[step.done]}</span>}
      </output>
      <AmplifySignIn
        {...{ onSignedIn, services }}
        email={step.email}
        isNewcomer={isNewcomer && step.email === undefined}
      />
    </>
  );
}

type AmplifyProps = Omit<SignInFormProps, 'waiting'> & {
  readonly services: object;
  readonly email: string | undefined;
};

function AmplifySignIn({ isNewcomer, onSignedIn, services, email }: AmplifyProps) {
  const { language } = use(LocaleContext);
  const { amplify, passwordRule } = useMessages('signIn', signInInEnglish);
  // Before the first message is needed: Amplify has one language at a time, and reads messages when it
  // renders.
  I18n.putVocabulariesForLanguage(language, amplify);
  I18n.setLanguage(language);
  return (
    <Authenticator
      key={language}
      initialState={isNewcomer ? 'signUp' : 'signIn'}
      loginMechanisms={['email']}
      components={components}
      formFields={fieldsWith({ email, passwordRule })}
      services={services}
    >
      <SignedIn onSignedIn={onSignedIn} />
    </Authenticator>
  );
}

type RequestCode = (step: PendingCode & { readonly password?: string | undefined }) => void;

/** Where Amplify would show its own step for a mailed code, ours is shown: it survives a reload. */
function servicesWith(requestCode: RequestCode) {
  return {
    async handleSignUp(input: Parameters<typeof signUp>[0]) {
      const { password } = input;
      const username = tidyCode(input.username);
      const made = await signUp({ ...input, username });
      if (made.nextStep.signUpStep !== 'CONFIRM_SIGN_UP') return made;
      requestCode({ to: 'confirm', email: username, password });
      return never();
    },
    async handleSignIn(input: Parameters<typeof signIn>[0]) {
      const { password } = input;
      const username = tidyCode(input.username);
      const entered = await signIn({ ...input, username });
      const { signInStep } = entered.nextStep;
      if (signInStep === 'CONFIRM_SIGN_UP') {
        await resendSignUpCode({ username });
        requestCode({ to: 'confirm', email: username, password });
        return never();
      }
      if (signInStep !== 'RESET_PASSWORD') return entered;
      await resetPassword({ username });
      requestCode({ to: 'new-password', email: username });
      return never();
    },
    async handleForgotPassword(input: Parameters<typeof resetPassword>[0]) {
      const username = tidyCode(input.username);
      await resetPassword({ ...input, username });
      requestCode({ to: 'new-password', email: username });
      return never();
    },
  };
}

const never = () => new Promise<never>(() => undefined);

type FieldOptions = { readonly email: string | undefined; readonly passwordRule: string };

/** Labels without placeholders that repeat them. Amplify's types lack some of these options. */
function fieldsWith({ email, passwordRule }: FieldOptions) {
  // With `type="email"` browsers reject characters that cannot be seen, without saying which.
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

/** Rendered by the Authenticator once somebody is signed in, even if they were before it opened. */
function SignedIn({ onSignedIn }: Pick<SignInFormProps, 'onSignedIn'>) {
  useEffect(() => onSignedIn(), [onSignedIn]);
  return <output>{useMessages('signIn', signInInEnglish).signedIn}</output>;
}

/** Amplify starts at heading level 3 or 4, right under the page's level 1. */
const components = {
  ForgotPassword: { Header: () => <StepHeading step="newPassword" /> },
  ForceNewPassword: { Header: () => <StepHeading step="ownPassword" /> },
};

type StepHeadingProps = { readonly step: 'newPassword' | 'ownPassword' };

function StepHeading({ step }: StepHeadingProps) {
  const messages = useMessages('signIn', signInInEnglish);
  return <Heading level={2}>{messages[step]}</Heading>;
}
