import { useEffect, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';

/** The navigation state the person arrived with, once: going back and forth does not repeat it. */
export function useNavigationState(): string | undefined {
  const state: unknown = useHistoryState();
  const [arrival] = useState(() => (state as { arrival?: string } | null)?.arrival);
  useEffect(() => {
    if (arrival) window.history.replaceState(null, '');
  }, [arrival]);
  return arrival;
}
