import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { ok } from '#core/result.ts';
import { useDeps, usePerson } from '../deps.ts';
import { catchUp, type CaughtUp } from '../form/catch-up.ts';
import type { Draft } from '../form/draft.ts';
import { latestOf, type ToChange } from '../outbox/latest.ts';
import { useOutbox } from '../outbox/use-outbox.ts';

/** An entry to change, and what was typed earlier to change it. */
export type Opened = { readonly entry: ToChange; readonly caughtUp?: CaughtUp };

/**
 * As it was when the page was opened: it does not change under the person's hands. `unread` where the server
 * has none and this device's storage does not answer: there may be one in it.
 */
export function useOpened(form: Form, id: string) {
  const { api, draftsFor } = useDeps();
  const drafts = draftsFor(form);
  const author = usePerson()?.username ?? '';
  const { parcels, isUnread } = useOutbox();
  const [opened, setOpened] = useState<Opened | 'loading' | 'unknown' | 'unread'>('loading');
  const place = `${form.id}/${id}`;

  useEffect(() => {
    async function find(waiting: ToChange | undefined): Promise<Opened | 'unknown' | 'unread'> {
      const reading = isUnread ? undefined : drafts.open({ author, of: place });
      const kept = await reading?.catch(() => undefined);
      const base = kept?.draft.base;
      const read = waiting ? ok(waiting) : await api.read(form.id, id);
      // Without a network it can go on from where it began.
      const isAway = !read.ok && read.problem.is !== 'refused';
      const entry = read.ok ? read.value : isAway && base ? { id, ...base } : undefined;
      if (!entry) return isUnread ? 'unread' : 'unknown';
      if (!kept) return { entry };
      const caughtUp = catchUp(form, kept.draft, entry);
      if (caughtUp.conflicts.length === 0) await drafts.keep({ author, of: place }, caughtUp.draft);
      return { entry, caughtUp };
    }
    const isDue = opened === 'loading' || (opened === 'unread' && !isUnread);
    if (isDue && (parcels || isUnread)) void find(parcels && latestOf(parcels, id)).then(setOpened);
  }, [api, drafts, author, place, form, id, parcels, isUnread, opened]);

  return {
    opened,
    /** With the draft as it is to be from now on. */
    goOnWith: async ({ entry, caughtUp }: Opened, draft: Draft) => {
      await drafts.keep({ author, of: place }, draft);
      setOpened({ entry, ...(caughtUp && { caughtUp: { ...caughtUp, conflicts: [] } }) });
    },
    giveUp: async ({ entry }: Opened, { draft }: CaughtUp) => {
      await drafts.discard(draft.id);
      setOpened({ entry });
    },
  };
}
