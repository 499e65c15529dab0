import { useEffect, useRef, useState, type FormEvent } from 'react';
import { westernDigits } from '#core/values/characters.ts';
import { tidyCode } from '#core/values/tidy-text.ts';
import { announcePageChange } from '../../ui/page-change-event.ts';
import { signIn } from '../../messages/en/sign-in.ts';
import { useMessages } from '../../messages/locale.ts';
import type { CodeFailure, Codes, CodePurpose } from '../../cloud/account/mailed-codes.ts';

type Props = {
  readonly to: CodePurpose;
  readonly email: string;
  /** Known only while the page on which it was typed is open. */
  readonly password?: string | undefined;
  readonly codes: Codes;
  /** Called when somebody has signed in. */
  readonly onEntered: () => void;
  /** Called when all that is left to do is to sign in. */
  readonly onDone: (done: CodePurpose) => void;
  readonly onBack: () => void;
};

/** Asks for the mailed code that confirms an account or allows a new password. Survives a reload. */
export function CodeForm({ to, email, password, codes, onEntered, onDone, onBack }: Props) {
  const messages = useMessages('signIn', signIn);
  const [failure, setFailure] = useState<CodeFailure | 'no-code'>();
  const [wasSent, setWasSent] = useState(false);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    announcePageChange();
    heading.current?.focus();
  }, []);

  function begin() {
    setFailure(undefined);
    setWasSent(false);
    setIsUnderWay(true);
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    // Copied from a mail, it may have blanks, dashes, or digits of another script.
    const code = westernDigits(tidyCode(textOf(typed.get('code')))).replaceAll(/[\s-]/g, '');
    if (!code) return showFailure('no-code');
    begin();
    const done =
      to === 'confirm'
        ? await codes.confirm(email, code)
        : await codes.newPassword(email, code, textOf(typed.get('password')));
    setIsUnderWay(false);
    if (!done.ok) return showFailure(done.problem);
    if (to === 'confirm' && password && (await codes.enter(email, password)).ok) return onEntered();
    onDone(to);
  }

  function showFailure(why: CodeFailure | 'no-code') {
    setFailure(why);
    box.current?.focus();
  }

  async function sendAnother() {
    begin();
    const sent = await codes.sendAnother(email, to);
    setIsUnderWay(false);
    if (sent.ok) setWasSent(true);
    else setFailure(sent.problem);
  }

  return (
    <form className="form code-form" noValidate onSubmit={(event) => void send(event)}>
      <h2 className="section-heading" tabIndex={-1} ref={heading}>
        {to === 'confirm' ? messages.checkEmail : messages.newPassword}
      </h2>
      <p>{messages.enterCode(email)}</p>
      <div className="question" data-invalid={failure ? '' : undefined}>
        <label className="label" htmlFor="code">
          {messages.code}
        </label>
        <p className="issue" id="code-issue" role="alert">
          {failure && <span>{messages.codeFailures[failure]}</span>}
        </p>
        <input
          className="box"
          dir="ltr"
          data-short=""
          id="code"
          name="code"
          ref={box}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-invalid={failure !== undefined}
          aria-describedby="code-issue"
        />
      </div>
      {to === 'new-password' && (
        <div className="question">
          <label className="label" htmlFor="new-password">
            {messages.newPasswordLabel}
          </label>
          <p className="hint" id="new-password-hint">
            {messages.passwordRule}
          </p>
          <input
            className="box"
            dir="ltr"
            id="new-password"
            name="password"
            type="password"
            autoComplete="new-password"
            aria-describedby="new-password-hint"
          />
        </div>
      )}
      <output>{wasSent && <span>{messages.codeSent(email)}</span>}</output>
      <div className="actions">
        <button className="button" type="submit" disabled={isUnderWay}>
          {to === 'confirm' ? messages.confirm : messages.savePassword}
        </button>
        <button
          className="button-second"
          type="button"
          disabled={isUnderWay}
          onClick={() => void sendAnother()}
        >
          {messages.sendAnotherCode}
        </button>
        <button className="button-quiet" type="button" onClick={onBack}>
          {messages.backToSignIn}
        </button>
      </div>
    </form>
  );
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
