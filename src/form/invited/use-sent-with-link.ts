import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useAuthor, useDeps } from '../../deps.ts';
import { isWithdrawal, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../ui/use-outbox.ts';

/** What a personal link was used for so far: on this device, or on another. */
export type SentWithLink =
  | { readonly is: 'nothing' }
  | { readonly is: 'entry'; readonly id: string }
  /** The server refuses the link, by the code of its problem. */
  | { readonly is: 'refused'; readonly code: string };

/** Milliseconds to wait for the server. A form can be filled in without it. */
const longestWait = 3000;

/** Undefined while it is not known. */
export function useSentWithLink(form: Form, token: string | undefined): SentWithLink | undefined {
  const { api } = useDeps();
  const as = useAuthor(form);
  const { changes, isUnread } = useOutbox();
  const [known, setKnown] = useState<{ readonly of: string; readonly it: SentWithLink }>();
  useEffect(() => {
    if (token === undefined || as === undefined) return undefined;
    let isCurrent = true;
    const show = (it: SentWithLink) => void (isCurrent && setKnown({ of: token, it }));
    const timer = setTimeout(show, longestWait, { is: 'nothing' });
    void api.list(form.id, { as }).then((listed) => {
      clearTimeout(timer);
      if (listed.ok) {
        const id = listed.value.entries[0]?.id;
        return show(id === undefined ? { is: 'nothing' } : { is: 'entry', id });
      }
      const { problem } = listed;
      return show(
        problem.is === 'refused' ? { is: 'refused', code: problem.code } : { is: 'nothing' },
      );
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, as, form.id, token]);

  if (token === undefined || (!changes && !isUnread)) return undefined;
  const own = (changes ?? []).filter((it) => it.form === form.id && it.invitation === token);
  const here = entryHere(own);
  if (here !== undefined) return { is: 'entry', id: here };
  if (known?.of !== token) return undefined;
  const { it } = known;
  return it.is === 'entry' && isWithdrawnHere(own, it.id) ? { is: 'nothing' } : it;
}

/** The entry that this device has sent or is about to send, unless it is withdrawn or the server has refused it. */
function entryHere(own: readonly QueuedChange[]): string | undefined {
  return own.findLast(
    (it) => it.kind === 'submit' && it.status.is !== 'attention' && !isWithdrawnHere(own, it.entry),
  )?.entry;
}

function isWithdrawnHere(own: readonly QueuedChange[], entry: string): boolean {
  const last = own.findLast((it) => it.entry === entry);
  return last !== undefined && isWithdrawal(last);
}
