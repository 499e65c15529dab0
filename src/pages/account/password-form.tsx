import { useRef, useState, type FormEvent } from 'react';
import type { AccountFailure } from '../../cloud/account/account-actions.ts';
import { useDeps } from '../../deps.ts';
import { account as accountInEnglish } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';
import { AccountSection } from './account-section.tsx';
import { TextBox } from '../../ui/text-box.tsx';

type Boxes = { readonly old: string; readonly new: string };
const nothing: Boxes = { old: '', new: '' };

/** The input that a failure belongs to, if any. */
const boxOf: { readonly [Why in AccountFailure]?: keyof Boxes } = {
  'wrong-password': 'old',
  'weak-password': 'new',
};

export function PasswordForm() {
  const { account } = useDeps();
  const messages = useMessages('account', accountInEnglish);
  const [status, setStatus] = useState('');
  const [issues, setIssues] = useState(nothing);
  const oldBox = useRef<HTMLInputElement>(null);
  const newBox = useRef<HTMLInputElement>(null);

  function showIssue(at: keyof Boxes, text: string) {
    setStatus('');
    setIssues({ ...nothing, [at]: text });
    (at === 'old' ? oldBox : newBox).current?.focus();
  }

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const [oldPassword, newPassword] = [oldBox.current?.value, newBox.current?.value];
    if (!oldPassword) return showIssue('old', messages.oldNeeded);
    if (!newPassword) return showIssue('new', messages.newNeeded);
    setIssues(nothing);
    setStatus(messages.changing);
    const changed = await account.changePassword({ oldPassword, newPassword });
    if (changed.ok) {
      setStatus(messages.changed);
      return form.reset();
    }
    const at = boxOf[changed.problem];
    if (at) return showIssue(at, messages.notChanged[changed.problem]);
    setStatus(messages.notChanged[changed.problem]);
  }

  return (
    <AccountSection heading={messages.password}>
      <form className="form" noValidate onSubmit={(event) => void change(event)}>
        <TextBox
          id="password-old"
          label={messages.current}
          type="password"
          autoComplete="current-password"
          issue={issues.old}
          ref={oldBox}
        />
        <TextBox
          id="password-new"
          label={messages.new}
          type="password"
          autoComplete="new-password"
          issue={issues.new}
          ref={newBox}
        />
        <p className="actions">
          <button className="button-second" type="submit">
            {messages.change}
          </button>
          <output className="hint">{status}</output>
        </p>
      </form>
    </AccountSection>
  );
}
