import { useEffect, useState } from 'react';

/** @returns whether the browser has painted the page since something is there */
export function useIsPainted(isThere: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (!isThere) return undefined;
    // The first frame may paint it, and the second begins after that.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [isThere]);
  return isPainted;
}
