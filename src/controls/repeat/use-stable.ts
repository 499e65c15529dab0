import { useLayoutEffect, useRef, useState } from 'react';

/** The same function at each render, which calls the latest one: for questions that are drawn only if they change. */
export function useStable<Parameters extends readonly unknown[]>(
  call: (...parameters: Parameters) => void,
): (...parameters: Parameters) => void {
  const latest = useRef(call);
  useLayoutEffect(() => void (latest.current = call));
  const [stable] = useState(
    () =>
      (...parameters: Parameters) =>
        latest.current(...parameters),
  );
  return stable;
}
