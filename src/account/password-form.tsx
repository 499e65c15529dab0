import { useState, type FormEvent } from 'react';
import { useDeps } from '../deps.ts';
import { account as accountInEnglish } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { Section } from './section.tsx';

export function PasswordForm() {
  const { account } = useDeps();
  const words = useWords('account', accountInEnglish);
  const [status, setStatus] = useState('');

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const oldPassword = textOf(typed.get('old'));
    const newPassword = textOf(typed.get('new'));
    if (!oldPassword || !newPassword) return setStatus(words.bothNeeded);
    setStatus(words.changing);
    const changed = await account.changePassword({ oldPassword, newPassword });
    setStatus(changed.ok ? words.changed : words.notChanged[changed.problem]);
    if (changed.ok) form.reset();
  }

  return (
    <Section heading={words.password}>
      <form className="form" noValidate onSubmit={(event) => void change(event)}>
        <Password name="old" label={words.current} autoComplete="current-password" />
        <Password name="new" label={words.new} autoComplete="new-password" />
        <p className="actions">
          <button className="button-second" type="submit">
            {words.change}
          </button>
          <output className="hint">{status}</output>
        </p>
      </form>
    </Section>
  );
}

type PasswordProps = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
};

function Password({ name, label, autoComplete }: PasswordProps) {
  const id = `password-${name}`;
  return (
    <div className="question">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        className="box"
        dir="ltr"
        id={id}
        name={name}
        type="password"
        autoComplete={autoComplete}
      />
    </div>
  );
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
