import type { FileReference } from '#core/files/file-reference.ts';
import { useLocalUrl } from './use-local-url.ts';

/** A picture that is on this device, drawn from its own bytes, with or without a network. */
export function LocalPicture({ file }: { readonly file: FileReference }) {
  const url = useLocalUrl(file);
  return url === undefined ? null : <img className="file-picture" src={url} alt={file.name} />;
}
