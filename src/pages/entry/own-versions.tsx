import { filesIn } from '#core/files/files-in.ts';
import { withoutFiles } from '#core/files/without-files.ts';
import type { Form } from '#core/form/define-form.ts';
import { useAuthor, useDeps } from '../../deps.ts';
import { changeTarget } from '../../form/change-target.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { editableEntryOf } from '../../outbox/changes/editable-entry.ts';
import { pathTo } from '../../page-paths.ts';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import { navigate } from '../../ui/navigation.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { ApiVersion } from './versions/received-version.ts';

const VersionList = lazyPart(() => import('./versions/version-list.tsx'), { Missing: Nothing });

type Props = { readonly form: Form; readonly apiEntry: ApiEntry };

/** What one's own entry has answered. To restore a version is to change the entry: its answers become a draft. */
export function OwnVersions({ form, apiEntry }: Props) {
  const { call, draftsFor, newId, outbox } = useDeps();
  const as = useAuthor(form);
  const { id } = apiEntry;

  async function restore({ answers: all, formVersion }: ApiVersion) {
    const entry = editableEntryOf(outbox.view().changes ?? [], id) ?? apiEntry;
    const { begunOn } = entry;
    const answers = withoutFiles(all, goneFrom(all, entry.answers));
    const { base } = changeTarget(form, entry);
    const { of, controlValues } = changeTarget(form, { id, answers, formVersion, begunOn });
    const drafts = draftsFor(form);
    const key = { author: as ?? nobody, of };
    const typed = await drafts.open(key).catch(() => undefined);
    await drafts.keep(key, { id: typed?.draft.id ?? newId(), controlValues, base });
    navigate(pathTo.edit(form.id, id));
  }

  return (
    <VersionList
      form={form}
      isOwn
      read={(query) =>
        call('versions', { form: form.id, id }, { query, ...(as !== undefined && { as }) })
      }
      Time={LocalTime}
      onRestore={(version) => void restore(version)}
    />
  );
}

/** The files of some answers that others do not refer to: nobody has them any more. */
function goneFrom(some: ApiEntry['answers'], others: ApiEntry['answers']): ReadonlySet<string> {
  const kept = new Set(filesIn(others).map((it) => it.id));
  return new Set(filesIn(some).flatMap((it) => (kept.has(it.id) ? [] : [it.id])));
}
