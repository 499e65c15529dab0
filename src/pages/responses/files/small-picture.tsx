import { extensionsOf, isFileType } from '#core/files/file-types.ts';
import { useDeps } from '../../../deps.ts';
import { useSmallCopy } from '../../../ui/use-small-copy.ts';
import type { FormFile } from './form-files.ts';
import { openFormFile } from './open-form-file.ts';

type Props = { readonly form: string; readonly it: FormFile };

/** The small copy of a picture; of other files, and where there is none, what kind of file it is. */
export function SmallPicture({ form, it }: Props) {
  const { call } = useDeps();
  const { file, hasArrived, closed } = it;
  const { username, id } = it.response;
  const isPicture = hasArrived && !closed && file.type.startsWith('image/');
  const { url, drop } = useSmallCopy(
    isPicture ? `${form}/${username}/${id}/${file.id}` : undefined,
    async () => {
      const opened = await openFormFile(call, form, it, { small: true });
      return opened.ok ? opened.value : undefined;
    },
  );
  return (
    <span className="gallery-picture">
      {url === undefined ? (
        <span className="gallery-kind" translate="no">
          {isFileType(file.type) ? extensionsOf(file.type)[0].toUpperCase() : file.type}
        </span>
      ) : (
        // Its name is beside it.
        <img src={url} alt="" onError={drop} />
      )}
    </span>
  );
}
