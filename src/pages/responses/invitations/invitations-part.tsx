import { useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { createInvitationsApi } from './invitations-api.ts';
import { InvitedList } from './invited-list.tsx';
import { MakeLinks } from './make-links.tsx';
import './invitations.css';

/** How owners bring a form to those whom they invite, instead of one link for everybody. */
export default function InvitationsPart({ form }: { readonly form: Form }) {
  const { call } = useDeps();
  const { username = '' } = usePerson() ?? {};
  const api = useMemo(() => createInvitationsApi(call, form.id, username), [call, form, username]);
  const [made, setMade] = useState(0);
  return (
    <div className="share">
      <MakeLinks form={form} api={api} onMade={() => setMade((before) => before + 1)} />
      <InvitedList key={made} api={api} />
    </div>
  );
}
