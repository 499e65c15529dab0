import { isSensitive, type Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import type { Beside } from '../../../outbox/changes/queued-change.ts';
import { keyOf } from './response.ts';

/** How it went: on its way to the server, only there, or not at all. */
export type Outcome = 'saved' | 'sent' | 'not-saved';

/** The id under which it was sent at once. */
type SentBeside =
  | { readonly outcome: 'sent'; readonly id: string }
  | { readonly outcome: 'saved' | 'not-saved' };

/**
 * Sends what is said about a response through the outbox; at once, if nothing of it may be on the device because the
 * form's answers are sensitive.
 */
export function useSendBeside(form: Form) {
  const { outbox, api, newId } = useDeps();
  const { username: author = '' } = usePerson() ?? {};
  return async (change: Beside): Promise<SentBeside> => {
    const saved = await outbox.addBeside(form, change);
    if (saved.ok) return { outcome: 'saved' };
    if (saved.problem !== 'online-only' || !isSensitive(form)) return { outcome: 'not-saved' };
    const id = newId();
    const entry = keyOf(change.kind === 'review' ? change.review : change.beside);
    const about = { form: form.id, formVersion: form.version, author, id, entry };
    const sent = await api.deliver({ ...change, ...about });
    return sent.ok ? { outcome: 'sent', id } : { outcome: 'not-saved' };
  };
}
