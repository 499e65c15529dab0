import { useEffect, useRef, useState, type FormEvent } from 'react';
import { westernDigits } from '#core/fields/characters.ts';
import { tidyCode } from '#core/fields/tidy.ts';
import { noteArrival } from '../shell/note-arrival.ts';
import { signIn } from '../words/en/sign-in.ts';
import { useWords } from '../words/speech.ts';
import type { CodeFailure, Codes, CodeTo } from './codes.ts';

type Props = {
  readonly to: CodeTo;
  readonly email: string;
  /** As long as the page on which it was typed is open, and nowhere else. */
  readonly password?: string | undefined;
  readonly codes: Codes;
  /** Somebody is signed in now. */
  readonly onEntered: () => void;
  /** What is left to do is to sign in. */
  readonly onDone: (done: CodeTo) => void;
  readonly onBack: () => void;
};

/** The step between a mail with a code and an account, or a new password: it is come back to after a reload. */
export function CodeForm({ to, email, password, codes, onEntered, onDone, onBack }: Props) {
  const words = useWords('signIn', signIn);
  const [failure, setFailure] = useState<CodeFailure | 'no-code'>();
  const [wasSent, setWasSent] = useState(false);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    noteArrival();
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
    // As it is copied from a mail, with blanks or dashes, or in the digits of another script.
    const code = westernDigits(tidyCode(textOf(typed.get('code')))).replaceAll(/[\s-]/g, '');
    if (!code) return complain('no-code');
    begin();
    const done =
      to === 'confirm'
        ? await codes.confirm(email, code)
        : await codes.newPassword(email, code, textOf(typed.get('password')));
    setIsUnderWay(false);
    if (!done.ok) return complain(done.problem);
    if (to === 'confirm' && password && (await codes.enter(email, password)).ok) return onEntered();
    onDone(to);
  }

  function complain(why: CodeFailure | 'no-code') {
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
        {to === 'confirm' ? words.checkEmail : words.newPassword}
      </h2>
      <p>{words.enterCode(email)}</p>
      <div className="question" data-refused={failure ? '' : undefined}>
        <label className="label" htmlFor="code">
          {words.code}
        </label>
        <p className="complaint" id="code-complaint" role="alert">
          {failure && <span>{words.codeFailures[failure]}</span>}
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
          aria-describedby="code-complaint"
        />
      </div>
      {to === 'new-password' && (
        <div className="question">
          <label className="label" htmlFor="new-password">
            {words.newPasswordLabel}
          </label>
          <p className="hint" id="new-password-hint">
            {words.passwordRule}
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
      <output>{wasSent && <span>{words.codeSent(email)}</span>}</output>
      <div className="actions">
        <button className="button" type="submit" disabled={isUnderWay}>
          {to === 'confirm' ? words.confirm : words.savePassword}
        </button>
        <button
          className="button-second"
          type="button"
          disabled={isUnderWay}
          onClick={() => void sendAnother()}
        >
          {words.sendAnotherCode}
        </button>
        <button className="button-quiet" type="button" onClick={onBack}>
          {words.backToSignIn}
        </button>
      </div>
    </form>
  );
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
