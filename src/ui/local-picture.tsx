import { useEffect, useState } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import { useDeps } from '../deps.ts';

/** A picture that is on this device, drawn from its own bytes, with or without a network. */
export function LocalPicture({ file }: { readonly file: FileReference }) {
  const { files } = useDeps();
  const [url, setUrl] = useState<string>();
  const { id, type, name } = file;
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    async function draw() {
      const blob = await (await files()).read(id, type);
      if (!blob || isGone) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    }
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [files, id, type]);
  return url === undefined ? null : <img className="file-picture" src={url} alt={name} />;
}
