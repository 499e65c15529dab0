import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../../deps.ts';
import { membersMessages } from '../../../messages/en/members.ts';
import { useMessages } from '../../../messages/locale.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { PartNeedsNetwork } from '../../../ui/part-needs-network.tsx';

/** Most owners come to share the form. */
const MembersPart = lazyPart(() => import('./members-part.tsx'), { Missing: PartNeedsNetwork });

/** Who may do what with the responses, for whoever opens it. */
export function MembersPanel({ form }: { readonly form: Form }) {
  const { username = '' } = usePerson() ?? {};
  const messages = useMessages('members', membersMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="members-panel"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{messages.heading}</summary>
      {isOpen && <MembersPart form={form} username={username} />}
    </details>
  );
}
