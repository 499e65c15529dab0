import { useEffect, useState } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import { useDeps } from '../../deps.ts';

/** An address of a file that is on this device, for as long as it is shown. Undefined if it is not here. */
export function useLocalUrl({ id, type }: Pick<FileReference, 'id' | 'type'>): string | undefined {
  const { files } = useDeps();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    async function read() {
      const blob = await (await files()).read(id, type);
      if (!blob || isGone) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    }
    read().catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [files, id, type]);
  return url;
}
