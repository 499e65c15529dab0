import type { FileReference } from '#core/files/file-reference.ts';
import { useLocalUrl } from '../../ui/local-files/use-local-url.ts';
import { useSmallCopy } from '../../ui/use-small-copy.ts';

type Props = {
  readonly file: FileReference;
  readonly hasArrived: boolean;
  readonly openSmall: () => Promise<string | undefined>;
};

/** A picture, drawn from its own bytes while they are on this device, and then as its small copy. */
export function FilePicture({ file, hasArrived, openSmall }: Props) {
  const local = useLocalUrl(file);
  const small = useSmallCopy(hasArrived ? file.id : undefined, openSmall);
  const url = local ?? small.url;
  return url === undefined ? null : (
    <img className="file-picture" src={url} alt={file.name} onError={small.drop} />
  );
}
