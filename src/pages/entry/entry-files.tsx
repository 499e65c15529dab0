import { useState } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { LocalSound } from '../../ui/local-files/local-sound.tsx';
import { FilePicture } from './file-picture.tsx';
import { openedUrl } from './opened-url.ts';
import './entry-files.css';

type Props = {
  readonly files: readonly FileReference[];
  readonly arrived: readonly string[];
  /** The ids of those that are on this device. */
  readonly waiting: readonly string[];
  /** Those that are on this device, and that the server does not accept. */
  readonly refused?: readonly string[];
  /** Why others cannot be opened, by id. */
  readonly closed?: ApiEntry['filesClosed'];
  /** Asks the API where a file can be downloaded. @param query `?small=true` for the small copy of a picture */
  readonly open: (file: string, query: string) => Promise<Result<unknown, ApiFailure>>;
};

/** The files of an entry: which have arrived, and a way to open them. */
export default function EntryFiles({ files, arrived, waiting, refused, closed, open }: Props) {
  const messages = useMessages('files', filesMessages);
  const [hasFailed, setHasFailed] = useState(false);
  const here = files.filter(({ id }) => arrived.includes(id));

  async function openFile({ id }: FileReference): Promise<void> {
    setHasFailed(false);
    const url = openedUrl(await open(id, ''));
    // An attachment: the page stays.
    if (url === undefined) setHasFailed(true);
    else window.location.assign(url);
  }

  const isOpen = ({ id }: FileReference) => arrived.includes(id) && !closed?.[id];

  const stateOf = ({ id }: FileReference) => {
    const because = closed?.[id];
    if (because) return messages.closed[because];
    if (arrived.includes(id)) return messages.fileStates.arrived;
    if (refused?.includes(id)) return messages.fileStates.refused;
    return waiting.includes(id) ? messages.fileStates.waiting : messages.fileStates.missing;
  };

  return (
    <div className="entry-files">
      <p>{messages.arrived(here.length, files.length)}</p>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.type.startsWith('image/') && (
              <FilePicture
                file={file}
                hasArrived={isOpen(file)}
                openSmall={async () => openedUrl(await open(file.id, '?small=true'))}
              />
            )}
            {file.type.startsWith('audio/') && <LocalSound file={file} />}
            <span className="entry-file">
              <span>
                <bdi translate="no">{file.name}</bdi>
              </span>
              <span className="hint">{`${bytesText(file.size)} · ${stateOf(file)}`}</span>
            </span>
            {isOpen(file) && (
              <button className="button-quiet" type="button" onClick={() => void openFile(file)}>
                {messages.open(file.name)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <output className="hint">{hasFailed ? messages.notOpened : ''}</output>
    </div>
  );
}
