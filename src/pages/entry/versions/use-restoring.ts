import { withoutFiles } from '#core/files/without-files.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../../deps.ts';
import { changeTarget } from '../../../form/change-target.ts';
import type { EditableEntry } from '../../../outbox/changes/editable-entry.ts';
import type { PagePath } from '../../../page-paths.ts';
import { navigate } from '../../../ui/navigation.ts';
import { goneFiles } from './gone-files.ts';
import type { ApiVersion } from './received-version.ts';

/** What a version is restored into. */
export type Restoring = {
  readonly form: Form;
  /** Whose draft it becomes. */
  readonly author: string;
  /** The entry as it is now. */
  readonly entry: () => EditableEntry;
  /** The page on which the draft goes on. */
  readonly path: PagePath;
};

/** To restore a version is to change the entry: its answers become a draft, and nothing is changed before it is sent. */
export function useRestoring() {
  const { draftsFor, newId } = useDeps();
  return async (version: ApiVersion, { form, author, entry, path }: Restoring): Promise<void> => {
    const now = entry();
    const { id, begunOn } = now;
    const { formVersion } = version;
    const answers = withoutFiles(version.answers, goneFiles(version.answers, now.answers));
    const { base } = changeTarget(form, now);
    const { of, controlValues } = changeTarget(form, { id, answers, formVersion, begunOn });
    const drafts = draftsFor(form);
    const typed = await drafts.open({ author, of }).catch(() => undefined);
    await drafts.keep({ author, of }, { id: typed?.draft.id ?? newId(), controlValues, base });
    navigate(path);
  };
}
