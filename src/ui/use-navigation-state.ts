import { useEffect, useState } from 'react';
import { isRecord } from '#core/values/is-record.ts';
import { useHistoryState } from './navigation.ts';

/** How a person arrived at a page, from the page before. */
type Arrival = {
  readonly arrival?: 'signed-in';
  /** A `SendRequest` from before they signed in, or the id of the draft to send; of unknown origin. */
  readonly send?: unknown;
};

/** The navigation state the person arrived with, once: going back and forth does not repeat it. */
export function useNavigationState(): Arrival {
  const state: unknown = useHistoryState();
  const [arrival] = useState((): Arrival => (isRecord(state) ? state : {}));
  useEffect(() => {
    if (arrival.arrival) window.history.replaceState(null, '');
  }, [arrival]);
  return arrival;
}
