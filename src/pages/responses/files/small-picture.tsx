import { useEffect, useState } from 'react';
import { extensionsOf, isFileType } from '#core/files/file-types.ts';
import { useDeps } from '../../../deps.ts';
import type { FormFile } from './form-files.ts';
import { openFormFile } from './open-form-file.ts';

type Props = { readonly form: string; readonly it: FormFile };

/** The small copy of a picture; of other files, and where there is none, what kind of file it is. */
export function SmallPicture({ form, it }: Props) {
  const { call } = useDeps();
  const [url, setUrl] = useState<string>();
  const { file, hasArrived } = it;
  const { username, id } = it.response;
  const isPicture = hasArrived && file.type.startsWith('image/');
  useEffect(() => {
    if (!isPicture) return undefined;
    let isWanted = true;
    async function read() {
      const opened = await openFormFile(call, form, it, { small: true });
      if (isWanted && opened.ok) setUrl(opened.value);
    }
    void read();
    return () => void (isWanted = false);
    // The same file is another object after each page of responses.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [call, form, username, id, file.id, isPicture]);
  return (
    <span className="gallery-picture">
      {url === undefined ? (
        <span className="gallery-kind" translate="no">
          {isFileType(file.type) ? extensionsOf(file.type)[0].toUpperCase() : file.type}
        </span>
      ) : (
        // Its name is beside it.
        <img src={url} alt="" onError={() => setUrl(undefined)} />
      )}
    </span>
  );
}
