import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { StreetMap } from '#brand/street-map.ts';
import { findInKept } from './kept-maps.ts';
import { keptMapsOf } from './kept-requests.ts';

/** The streets that are on this device, on the map of the Earth; undefined if there are none. */
export async function loadKeptStyle(
  streetMap: StreetMap,
  isDark: boolean,
  earth: StyleSpecification,
): Promise<StyleSpecification | undefined> {
  const kept = await keptMapsOf(streetMap);
  if (kept.length === 0) return undefined;
  const { style, darkStyle = style } = streetMap;
  try {
    const found = await findInKept(streetMap, kept, isDark ? darkStyle : style);
    const streets = found && ((await found.json()) as StyleSpecification);
    return streets && onEarth(earth, streets, Math.max(...kept.map(({ zoom }) => zoom)));
  } catch {
    return undefined;
  }
}

/**
 * Streets where there are some, and the Earth elsewhere. The letters are the device's, as those of the Earth: which of
 * a provider's are needed is known only when they are drawn.
 * @param closest the closest zoom of which there are tiles, which are enlarged beyond it
 */
export function onEarth(
  earth: StyleSpecification,
  { glyphs: _glyphs, terrain: _terrain, sky: _sky, ...streets }: StyleSpecification,
  closest: number,
): StyleSpecification {
  const named = Object.entries(earth.sources).map(([id, it]) => [`earth-${id}`, it] as const);
  const ground = earth.layers.map((it) => ({
    ...it,
    id: `earth-${it.id}`,
    ...('source' in it && typeof it.source === 'string' && { source: `earth-${it.source}` }),
  })) as LayerSpecification[];
  const sources = Object.entries(streets.sources).map(([id, it]) => [
    id,
    'tiles' in it || 'url' in it ? { ...it, maxzoom: closestOf(it, closest) } : it,
  ]);
  return {
    ...streets,
    sources: Object.fromEntries([...named, ...sources]) as StyleSpecification['sources'],
    layers: [
      ...ground,
      ...streets.layers.filter(({ type }) => type !== 'background').map(inDeviceFont),
    ],
  };
}

function closestOf(source: object, closest: number): number {
  const { maxzoom } = source as { readonly maxzoom?: number };
  return Math.min(maxzoom ?? closest, closest);
}

function inDeviceFont(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol' || layer.layout?.['text-field'] === undefined) return layer;
  return { ...layer, layout: { ...layer.layout, 'text-font': ['system-ui', 'sans-serif'] } };
}
