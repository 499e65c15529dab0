import { useEffect, useEffectEvent, useState } from 'react';

type Loading<Value> = {
  /** The value, if it can be had without waiting. */
  readonly now: () => Value | undefined;
  readonly load: () => Promise<Value>;
};

type Loaded<Value> = {
  /** Undefined until it has loaded for the first time. The last one stays until the next one has loaded. */
  readonly value: Value | undefined;
  /** Present if it could not be loaded. */
  readonly retry: (() => void) | undefined;
};

/** @param of loaded again when this changes */
export function useLoaded<Value extends object>(
  { now, load }: Loading<Value>,
  of: unknown,
): Loaded<Value> {
  const [latest, setLatest] = useState(() => ({ value: now(), of }));
  const [tries, setTries] = useState(0);
  const [failedTries, setFailedTries] = useState(0);
  const isDone = latest.value !== undefined && latest.of === of;
  const begin = useEffectEvent(async () => now() ?? load());
  useEffect(() => {
    if (isDone) return undefined;
    let isWanted = true;
    begin().then(
      (value) => isWanted && setLatest({ value, of }),
      () => isWanted && setFailedTries(tries + 1),
    );
    return () => void (isWanted = false);
  }, [of, isDone, tries]);
  return {
    // Nothing that can be had at once is drawn late, not even by a moment.
    value: (latest.of === of ? undefined : now()) ?? latest.value,
    retry: failedTries > tries ? () => setTries(failedTries) : undefined,
  };
}

export function ifReady<Value>(it: Value | Promise<Value>): Value | undefined {
  return it instanceof Promise ? undefined : it;
}
