import type { FileReference } from '#core/files/file-reference.ts';
import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { LocalPicture } from '../../ui/local-files/local-picture.tsx';
import { LocalSound } from '../../ui/local-files/local-sound.tsx';
import type { useFiles } from './use-files.ts';

type Props = Pick<ReturnType<typeof useFiles>, 'chosen' | 'adding' | 'removed' | 'remove' | 'undo'>;

/** The files that were added, each with its picture if it has one, and what is being added. */
export function FileList({ chosen, adding, removed, remove, undo }: Props) {
  const messages = useMessages('files', filesMessages);
  if (chosen.length === 0 && !adding && !removed) return null;
  return (
    <ul className="file-list">
      {chosen.map((file) => (
        <li className="file-item" key={file.id}>
          {isPicture(file) && <LocalPicture file={file} />}
          {file.type.startsWith('audio/') && <LocalSound file={file} />}
          <span className="file-name">
            <span>
              <bdi translate="no">{file.name}</bdi>
            </span>
            <span className="hint">{bytesText(file.size)}</span>
          </span>
          <DestructiveButton
            label={messages.remove(file.name)}
            isUndoable
            onPress={() => remove(file)}
          />
        </li>
      ))}
      {removed && (
        <li className="file-item" data-removed="">
          <span className="file-name">{messages.removed(removed.file.name)}</span>
          <button className="button-quiet" type="button" onClick={undo}>
            {messages.undo}
          </button>
        </li>
      )}
      {adding && (
        <li className="file-item">
          <span className="file-name">{messages.adding(adding.name)}</span>
          <progress aria-label={messages.adding(adding.name)} value={adding.part} max={1} />
        </li>
      )}
    </ul>
  );
}

function isPicture({ type }: FileReference): boolean {
  return /^image\/(jpeg|png|webp)$/.test(type);
}
