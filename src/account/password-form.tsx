import { useRef, useState, type FormEvent } from 'react';
import type { AccountFailure } from '../cloud/account.ts';
import { useDeps } from '../deps.ts';
import { account as accountInEnglish } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { Section } from './section.tsx';
import { TextBox } from './text-box.tsx';

type Boxes = { readonly old: string; readonly new: string };
const nothing: Boxes = { old: '', new: '' };

/** Which box has to be mended, where it is one of them. */
const boxOf: { readonly [Why in AccountFailure]?: keyof Boxes } = {
  'wrong-password': 'old',
  'weak-password': 'new',
};

export function PasswordForm() {
  const { account } = useDeps();
  const words = useWords('account', accountInEnglish);
  const [status, setStatus] = useState('');
  const [complaints, setComplaints] = useState(nothing);
  const oldBox = useRef<HTMLInputElement>(null);
  const newBox = useRef<HTMLInputElement>(null);

  function complain(at: keyof Boxes, words: string) {
    setStatus('');
    setComplaints({ ...nothing, [at]: words });
    (at === 'old' ? oldBox : newBox).current?.focus();
  }

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const [oldPassword, newPassword] = [oldBox.current?.value, newBox.current?.value];
    if (!oldPassword) return complain('old', words.oldNeeded);
    if (!newPassword) return complain('new', words.newNeeded);
    setComplaints(nothing);
    setStatus(words.changing);
    const changed = await account.changePassword({ oldPassword, newPassword });
    if (changed.ok) {
      setStatus(words.changed);
      return form.reset();
    }
    const at = boxOf[changed.problem];
    if (at) return complain(at, words.notChanged[changed.problem]);
    setStatus(words.notChanged[changed.problem]);
  }

  return (
    <Section heading={words.password}>
      <form className="form" noValidate onSubmit={(event) => void change(event)}>
        <TextBox
          id="password-old"
          label={words.current}
          type="password"
          autoComplete="current-password"
          complaint={complaints.old}
          ref={oldBox}
        />
        <TextBox
          id="password-new"
          label={words.new}
          type="password"
          autoComplete="new-password"
          complaint={complaints.new}
          ref={newBox}
        />
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
