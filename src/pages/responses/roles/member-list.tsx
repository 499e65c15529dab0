import type { Form } from '#core/form/define-form.ts';
import { optionLabel } from '#core/form/options.ts';
import { roles, type Role } from '#core/roles/role.ts';
import type { OwnRows } from '#core/roles/rows-of-member.ts';
import { getOwn } from '#core/values/own-property.ts';
import { membersMessages } from '../../../messages/en/members.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { rowQuestions } from './row-questions.ts';
import type { ShownMember } from './members-api.ts';

type Props = {
  readonly form: Form;
  readonly members: readonly ShownMember[];
  readonly isWorking: boolean;
  readonly onRole: (member: ShownMember, role: Role) => void;
  readonly onRemove: (member: ShownMember) => void;
};

/** Everyone with a role in the form, and which responses they see. */
export function MemberList({ form, members, isWorking, onRole, onRemove }: Props) {
  const messages = useMessages('members', membersMessages);
  return (
    <ul className="member-list" aria-label={messages.people}>
      {members.map((member) => (
        <li key={member.email}>
          <bdi translate="no">{member.email}</bdi>
          <span className="hint">
            {member.rows ? <Rows form={form} rows={member.rows} /> : messages.all}
          </span>
          <select
            className="box"
            aria-label={messages.roleOf(member.email)}
            value={member.role}
            disabled={isWorking}
            onChange={({ target: { value } }) => onRole(member, value as Role)}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {messages.roles[role]}
              </option>
            ))}
          </select>
          <DestructiveButton
            label={messages.remove(member.email)}
            isUndoable
            onPress={() => onRemove(member)}
          />
        </li>
      ))}
    </ul>
  );
}

function Rows({
  form,
  rows: { question, values },
}: {
  readonly form: Form;
  readonly rows: OwnRows;
}) {
  const messages = useMessages('responses', responsesMessages);
  const options = rowQuestions(form, messages).find(({ name }) => name === question)?.options ?? [];
  const labels = values.map((it) => optionLabel(options, it) ?? it);
  const label = getOwn(form.fields, question)?.label ?? question;
  return <bdi>{messages.filterInUse(label, labels.join(', '))}</bdi>;
}
