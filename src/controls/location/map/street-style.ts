import type { StyleSpecification } from 'maplibre-gl';
import { streetMap } from '#brand/street-map.ts';

/** Milliseconds. */
const timeout = 15_000;

/** The style of a map with streets, if there is one and a network. */
export async function loadStreetStyle(isDark: boolean): Promise<StyleSpecification | undefined> {
  if (!streetMap || !navigator.onLine) return undefined;
  const { style, darkStyle = style } = streetMap;
  try {
    const url = isDark ? darkStyle : style;
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    return response.ok ? ((await response.json()) as StyleSpecification) : undefined;
  } catch {
    return undefined;
  }
}
