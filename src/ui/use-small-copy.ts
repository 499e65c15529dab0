import { useEffect, useEffectEvent, useState } from 'react';

/**
 * The address of the small copy of a picture, if there is one.
 * @param of whose it is; undefined if there is none yet
 * @param open asks the API for its address
 */
export function useSmallCopy(
  of: string | undefined,
  open: () => Promise<string | undefined>,
): { readonly url: string | undefined; readonly drop: () => void } {
  const [found, setFound] = useState<{ readonly of: string; readonly url: string }>();
  const ask = useEffectEvent(open);
  useEffect(() => {
    if (of === undefined) return undefined;
    let isWanted = true;
    async function read(picture: string) {
      const url = await ask();
      if (isWanted && url !== undefined) setFound({ of: picture, url });
    }
    void read(of);
    return () => void (isWanted = false);
  }, [of]);
  // The address is valid for a few minutes, and the picture may be gone.
  const drop = () => setFound(undefined);
  return { url: found?.of === of ? found?.url : undefined, drop };
}
