import { useId, useRef, useState, type FormEvent } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { roles, type Role } from '#core/roles/role.ts';
import { tidyCode } from '#core/values/tidy-text.ts';
import { membersMessages } from '../../../messages/en/members.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { TextBox } from '../../../ui/text-box.tsx';
import type { ShownMember } from './members-api.ts';
import { rowQuestions } from './row-questions.ts';

type Props = {
  readonly form: Form;
  readonly isWorking: boolean;
  /** @returns whether the role is given */
  readonly onMember: (member: ShownMember) => Promise<boolean>;
};

/** Gives somebody a role: their address, the role, and which responses they see. */
export function MemberForm({ form, isWorking, onMember }: Props) {
  const messages = useMessages('members', membersMessages);
  const texts = useMessages('responses', responsesMessages);
  const questions = rowQuestions(form, texts);
  const id = useId();
  const email = useRef<HTMLInputElement>(null);
  const [role, setRole] = useState<Role>('reader');
  const [question, setQuestion] = useState('');
  const [values, setValues] = useState<readonly string[]>([]);
  const [issue, setIssue] = useState('');
  const chosen = role === 'owner' ? undefined : questions.find(({ name }) => name === question);

  async function give(event: FormEvent) {
    event.preventDefault();
    const address = tidyCode(email.current?.value ?? '');
    if (!isAddress(address)) {
      setIssue(messages.noAddress);
      email.current?.focus();
      return;
    }
    setIssue('');
    if (chosen && values.length === 0) return;
    const rows = chosen && { rows: { question: chosen.name, values } };
    const isGiven = await onMember({ email: address, role, ...rows });
    const box = email.current;
    // Meanwhile somebody may have typed the next one.
    if (isGiven && box && tidyCode(box.value) === address) box.value = '';
  }

  return (
    <form className="member-form" noValidate onSubmit={(event) => void give(event)}>
      <h2 className="section-heading">{messages.give}</h2>
      <TextBox
        id={`${id}-email`}
        label={messages.emailOfAccount}
        type="email"
        autoComplete="off"
        issue={issue}
        ref={email}
      />
      <label className="label">
        <span>{messages.role}</span>
        <select
          className="box"
          value={role}
          onChange={({ target: { value } }) => setRole(value as Role)}
        >
          {roles.map((it) => (
            <option key={it} value={it}>
              {messages.roles[it]}
            </option>
          ))}
        </select>
      </label>
      {role !== 'owner' && questions.length > 0 && (
        <label className="label">
          <span>{messages.sees}</span>
          <select
            className="box"
            value={question}
            onChange={({ target: { value } }) => {
              setQuestion(value);
              setValues([]);
            }}
          >
            <option value="">{messages.all}</option>
            {questions.map(({ name, label }) => (
              <option key={name} value={name}>
                {messages.onlyBy(label)}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen && (
        <fieldset className="member-values">
          <legend>{messages.onlyWith(chosen.label)}</legend>
          {chosen.options.map(([value, label]) => (
            <label key={value} className="member-value">
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={({ target: { checked } }) =>
                  setValues(checked ? [...values, value] : values.filter((it) => it !== value))
                }
              />
              <span>{label}</span>
            </label>
          ))}
          {values.length === 0 && <p className="hint">{messages.chooseOne}</p>}
        </fieldset>
      )}
      <p className="actions">
        <button
          className="button"
          type="submit"
          disabled={isWorking || (chosen !== undefined && values.length === 0)}
        >
          {messages.give}
        </button>
      </p>
    </form>
  );
}

/** Enough to notice a slip. The server has the whole rule. */
function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
