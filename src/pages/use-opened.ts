import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { useDeps, usePerson } from '../deps.ts';
import { catchUp, type CaughtUp } from '../form/catch-up.ts';
import type { Draft } from '../form/draft.ts';
import { latestOf, type ToChange } from '../outbox/latest.ts';
import { nobody } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';

/** An entry to change, and what was typed earlier to change it. */
export type Opened = { readonly entry: ToChange; readonly caughtUp?: CaughtUp };

/** Why there is none; and whether this device's storage did not answer, so that there may be one in it. */
export type NotThere = { readonly failure: Failure; readonly isUnread: boolean };

/** As it was when the page was opened: it does not change under the person's hands. */
export function useOpened(form: Form, id: string) {
  const { api, draftsFor } = useDeps();
  const drafts = draftsFor(form);
  const author = usePerson()?.username ?? nobody;
  const { parcels, isUnread } = useOutbox();
  const [opened, setOpened] = useState<Opened | NotThere | 'loading'>('loading');
  const place = `${form.id}/${id}`;

  useEffect(() => {
    async function find(waiting: ToChange | undefined): Promise<Opened | NotThere> {
      const reading = isUnread ? undefined : drafts.open({ author, of: place });
      const kept = await reading?.catch(() => undefined);
      const base = kept?.draft.base;
      const read = waiting ? ok(waiting) : await readFromServer();
      // Without a network it can go on from where it began.
      const isAway = !read.ok && read.problem.is !== 'refused';
      const entry = read.ok ? read.value : isAway && base ? { id, ...base } : undefined;
      if (!entry) return { failure: read.ok ? { is: 'unreachable' } : read.problem, isUnread };
      if (!kept) return { entry };
      const caughtUp = catchUp(form, kept.draft, entry);
      if (caughtUp.conflicts.length === 0) await drafts.keep({ author, of: place }, caughtUp.draft);
      return { entry, caughtUp };
    }
    const readFromServer = async (): Promise<Result<ToChange, Failure>> =>
      author === nobody ? err({ is: 'signed-out' }) : api.read(form.id, id);
    const isMissed = opened !== 'loading' && 'failure' in opened && opened.isUnread;
    const isDue = opened === 'loading' || (isMissed && !isUnread);
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
    retry: () => setOpened('loading'),
  };
}
