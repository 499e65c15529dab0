import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import type { FileLimits } from '#core/files/file-limits.ts';
import type { FilesStatus } from './use-files.ts';

type Props = { readonly statuses: readonly FilesStatus[]; readonly limits: FileLimits };

/** What was added, and what was not, and why. */
export function FileStatuses({ statuses, limits }: Props) {
  const messages = useMessages('files', filesMessages);
  const textOf = (status: FilesStatus) => {
    if (status.is === 'most') return messages.most(limits.most);
    if (status.is === 'added') return messages.added(status.name);
    if (status.is === 'back') return messages.back(status.name);
    return messages.notAdded[status.is](status.name, bytesText(limits.largest));
  };
  return (
    <output className="file-statuses">
      {statuses.map((status, i) => (
        <p key={i} className="hint" data-added={status.is === 'added' ? '' : undefined}>
          {textOf(status)}
        </p>
      ))}
    </output>
  );
}
