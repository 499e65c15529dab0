import { useState, type FormEvent } from 'react';
import type { AccountFailure } from '../cloud/account.ts';
import { useDeps } from '../deps.ts';
import { Section } from './section.tsx';

const failures: { readonly [Why in AccountFailure]: string } = {
  unreachable: 'The password could not be changed. Check your connection, then try again.',
  'wrong-password': 'The current password is not right.',
  'weak-password': 'The new password is too short, or too simple.',
  'too-often': 'That was tried too often. Try again in a while.',
};

export function PasswordForm() {
  const { account } = useDeps();
  const [status, setStatus] = useState('');

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const oldPassword = textOf(typed.get('old'));
    const newPassword = textOf(typed.get('new'));
    if (!oldPassword || !newPassword)
      return setStatus('Enter your current password and a new one.');
    setStatus('Changing…');
    const changed = await account.changePassword({ oldPassword, newPassword });
    setStatus(changed.ok ? 'Your password is changed.' : failures[changed.problem]);
    if (changed.ok) form.reset();
  }

  return (
    <Section heading="Change your password">
      <form className="form" noValidate onSubmit={(event) => void change(event)}>
        <Password name="old" label="Current password" autoComplete="current-password" />
        <Password name="new" label="New password" autoComplete="new-password" />
        <p className="actions">
          <button className="button-second" type="submit">
            Change the password
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
      <input className="box" id={id} name={name} type="password" autoComplete={autoComplete} />
    </div>
  );
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
