import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { useAuthor, useDeps } from '../../deps.ts';
import { catchUp, type CaughtUp } from '../../form/catch-up.ts';
import type { Draft } from '../../drafts/draft.ts';
import { editableEntryOf, type EditableEntry } from '../../outbox/changes/editable-entry.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { useOutbox } from '../../ui/use-outbox.ts';

/** An entry to edit, with the draft of an earlier edit, if any. */
export type OpenedEntry = { readonly entry: EditableEntry; readonly caughtUp?: CaughtUp };

/** Why it cannot be opened. `isUnread`: this device's storage did not answer, and may have the entry. */
export type UnavailableEntry = { readonly failure: ApiFailure; readonly isUnread: boolean };

/**
 * The entry as it was when the page opened: it does not change while the person edits.
 * @param read reads an entry that is not their own; the same function each time
 */
export function useOpenedEntry(
  form: Form,
  id: string,
  read?: () => Promise<Result<EditableEntry, ApiFailure>>,
) {
  const { api, draftsFor } = useDeps();
  const drafts = draftsFor(form);
  const owner = useAuthor(form);
  const author = owner ?? nobody;
  const { changes, isUnread } = useOutbox();
  const [opened, setOpened] = useState<OpenedEntry | UnavailableEntry | 'loading'>('loading');
  const draftOf = `${form.id}/${id}`;

  useEffect(() => {
    async function find(
      waiting: EditableEntry | undefined,
    ): Promise<OpenedEntry | UnavailableEntry> {
      const reading = isUnread ? undefined : drafts.open({ author, of: draftOf });
      const kept = await reading?.catch(() => undefined);
      const base = kept?.draft.base;
      const found = waiting ? ok(waiting) : await (read ?? readOwn)();
      // Without a network, continue from the draft's base.
      const isAway = !found.ok && found.problem.is !== 'refused';
      const entry = found.ok ? found.value : isAway && base ? { id, ...base } : undefined;
      if (!entry) return { failure: found.ok ? { is: 'unreachable' } : found.problem, isUnread };
      if (!kept) return { entry };
      const caughtUp = catchUp(form, kept.draft, entry);
      if (caughtUp.conflicts.length === 0)
        await drafts.keep({ author, of: draftOf }, caughtUp.draft);
      return { entry, caughtUp };
    }
    const readOwn = async (): Promise<Result<EditableEntry, ApiFailure>> =>
      owner === undefined ? err({ is: 'signed-out' }) : api.read(form.id, id, { as: owner });
    const isMissed = opened !== 'loading' && 'failure' in opened && opened.isUnread;
    const isDue = opened === 'loading' || (isMissed && !isUnread);
    if (isDue && (changes || isUnread))
      void find(changes && editableEntryOf(changes, id)).then(setOpened);
  }, [api, drafts, author, owner, draftOf, form, id, read, changes, isUnread, opened]);

  return {
    opened,
    /** Continues with the given draft. */
    goOnWith: async ({ entry, caughtUp }: OpenedEntry, draft: Draft) => {
      await drafts.keep({ author, of: draftOf }, draft);
      setOpened({ entry, ...(caughtUp && { caughtUp: { ...caughtUp, conflicts: [] } }) });
    },
    giveUp: async ({ entry }: OpenedEntry, { draft }: CaughtUp) => {
      await drafts.discard(draft.id);
      setOpened({ entry });
    },
    retry: () => setOpened('loading'),
  };
}
