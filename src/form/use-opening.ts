import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { openingAt, type Opening } from '#core/limits/opening-times.ts';

/** Milliseconds: the longest time that a browser waits. */
const longestWait = 2 ** 31 - 1;

/** Milliseconds: a timer may be a little early. */
const margin = 50;

/** Whether a form can be filled in, by this device's clock. Changes by itself when it opens or closes. */
export function useOpening({ limits = {} }: Form): Opening {
  const [now, setNow] = useState(Date.now);
  const times = [limits.opens, limits.closes].flatMap((it) => (it ? [Date.parse(it)] : []));
  const next = Math.min(...times.filter((it) => it > now));
  useEffect(() => {
    if (next === Infinity) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(next - now + margin, longestWait));
    return () => clearTimeout(timer);
    // Also after the longest wait, when it is still the next.
  }, [next, now]);
  return openingAt(limits, now);
}
