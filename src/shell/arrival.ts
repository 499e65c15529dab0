import { useEffect, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';

/** How the person came to this page, told once: going back and forth does not tell it again. */
export function useArrival(): string | undefined {
  const state: unknown = useHistoryState();
  const [arrival] = useState(() => (state as { arrival?: string } | null)?.arrival);
  useEffect(() => {
    if (arrival) window.history.replaceState(null, '');
  }, [arrival]);
  return arrival;
}
