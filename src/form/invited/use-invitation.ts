import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Invitation } from '#core/invitations/invitation.ts';
import { useDeps } from '../../deps.ts';
import { invitationIn, takeToken } from './read-link.ts';

/** The personal link that this device has for a form. */
export type OpenedLink =
  | { readonly is: 'found'; readonly token: string; readonly invitation: Invitation }
  /** None was opened here, or a part of it is missing. */
  | { readonly is: 'missing' | 'incomplete' };

/** The link that was opened now, or last. Undefined while the disk is read. */
export function useInvitation({ id }: Pick<Form, 'id'>): OpenedLink | undefined {
  const { outbox } = useDeps();
  const [opened, setOpened] = useState<OpenedLink>();
  useEffect(() => {
    let isCurrent = true;
    async function find() {
      const fromAddress = takeToken(window);
      const token = fromAddress ?? (await outbox.invitation({ id }));
      const link = toLink(token, id);
      if (fromAddress !== undefined && link.is === 'found')
        await outbox.keepInvitation({ id }, link.token);
      if (isCurrent) setOpened(link);
    }
    void find();
    // Another link may be opened in this tab: it changes the fragment alone.
    const onChange = () => void find();
    window.addEventListener('hashchange', onChange);
    return () => {
      isCurrent = false;
      window.removeEventListener('hashchange', onChange);
    };
  }, [outbox, id]);
  return opened;
}

function toLink(token: string | undefined, form: string): OpenedLink {
  if (token === undefined) return { is: 'missing' };
  const invitation = invitationIn(token, form);
  return invitation ? { is: 'found', token, invitation } : { is: 'incomplete' };
}
