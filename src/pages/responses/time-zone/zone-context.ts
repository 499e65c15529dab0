import { createContext, use, useCallback } from 'react';
import { momentText } from './moment-text.ts';
import { utc, type Zone } from './zones.ts';

/** The zone in which the page shows times and days. */
export const ZoneContext = createContext<Zone>(utc);

/** Writes instants in the zone of the page. */
export function useMomentText(): (at: string) => string {
  const zone = use(ZoneContext);
  return useCallback((at: string) => momentText(at, zone), [zone]);
}
