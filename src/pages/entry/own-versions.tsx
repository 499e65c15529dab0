import type { Form } from '#core/form/define-form.ts';
import { useAuthor, useDeps } from '../../deps.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { editableEntryOf } from '../../outbox/changes/editable-entry.ts';
import { pathTo } from '../../page-paths.ts';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';

const VersionList = lazyPart(() => import('./versions/version-list.tsx'), { Missing: Nothing });

type Props = { readonly form: Form; readonly apiEntry: ApiEntry };

/** What one's own entry has answered. */
export function OwnVersions({ form, apiEntry }: Props) {
  const { call, outbox } = useDeps();
  const as = useAuthor(form);
  const { id } = apiEntry;
  return (
    <VersionList
      form={form}
      isOwn
      read={(query) =>
        call('versions', { form: form.id, id }, { query, ...(as !== undefined && { as }) })
      }
      Time={LocalTime}
      restoring={{
        form,
        author: as ?? nobody,
        entry: () => editableEntryOf(outbox.view().changes ?? [], id) ?? apiEntry,
        path: pathTo.edit(form.id, id),
      }}
    />
  );
}
