import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { getOwn } from '#core/values/own-property.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { loadBytes, type LoadFailure } from './load-bytes.ts';
import { countTiles, tilesOf, type Tile, type Zooms } from './tiles-of-map.ts';

/** What is loaded to show a part of a street map, by address. */
export type MapContents = {
  /** The styles, and what they refer to besides tiles. */
  readonly files: readonly string[];
  readonly tiles: () => Iterable<string>;
  readonly tileCount: number;
  /** The closest zoom of which there are tiles. */
  readonly zoom: number;
};

export type ContentsFailure = LoadFailure | 'too-large';

/** More would be hours on a slow network, and more than a provider of maps would like. */
export const mostTiles = 5000;

/** Reads the styles of a street map, and what a part of it needs. */
export async function readContents(
  { style, darkStyle = style }: StreetMap,
  map: OfflineMap,
  signal: AbortSignal,
): Promise<Result<MapContents, ContentsFailure>> {
  const styles = new Set([style, darkStyle]);
  const files = new Set(styles);
  const sources = new Map<string, TileSource>();
  for (const address of styles) {
    const read = await readJson<Style>(address, signal);
    if (!read.ok) return read;
    for (const it of spritesOf(read.value)) files.add(it);
    for (const { url, ...own } of Object.values(read.value.sources ?? {})) {
      if (url !== undefined) files.add(url);
      const described = url === undefined ? ok({}) : await readJson<Source>(url, signal);
      if (!described.ok) return described;
      const source = { ...described.value, ...own };
      if (source.tiles) sources.set(source.tiles.join(), tileSource(source.tiles, source));
    }
  }
  const all = [...sources.values()];
  if (all.length === 0 || !all.every(({ templates }) => templates.every(isSupported)))
    return err('refused');
  const tileCount = all.reduce((sum, { zooms }) => sum + countTiles(map, zooms), 0);
  if (tileCount > mostTiles) return err('too-large');
  return ok({
    files: [...files],
    tiles: () => addressesOf(map, all),
    tileCount,
    zoom: Math.min(map.zoom, ...all.map(({ zooms }) => zooms.most)),
  });
}

/** https://maplibre.org/maplibre-style-spec/ */
type Style = {
  readonly sprite?: string | readonly { readonly url: string }[];
  readonly sources?: { readonly [id: string]: Source };
};

/** In the style, or in a file of its own: https://github.com/mapbox/tilejson-spec */
type Source = {
  readonly url?: string;
  readonly tiles?: readonly string[];
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly scheme?: string;
};

type TileSource = {
  readonly templates: readonly string[];
  readonly zooms: Zooms;
  /** Whether rows are counted from the south. */
  readonly isFromSouth: boolean;
};

function tileSource(templates: readonly string[], source: Source): TileSource {
  const { minzoom: least = 0, maxzoom: most = 22, scheme } = source;
  return { templates, zooms: { least, most }, isFromSouth: scheme === 'tms' };
}

const isSharp = () => devicePixelRatio > 1;

/** As MapLibre asks for them: from several servers in turn. */
function* addressesOf(map: OfflineMap, sources: readonly TileSource[]): Generator<string> {
  for (const { templates, zooms, isFromSouth } of sources)
    for (const tile of tilesOf(map, zooms)) {
      const template = templates[(tile.x + tile.y) % templates.length] ?? '';
      yield filledIn(template, isFromSouth ? { ...tile, y: 2 ** tile.z - tile.y - 1 } : tile);
    }
}

function filledIn(template: string, { z, x, y }: Tile): string {
  const parts: Record<string, string> = {
    z: String(z),
    x: String(x),
    y: String(y),
    ratio: isSharp() ? '@2x' : '',
  };
  return template.replace(/\{(\w{1,9})\}/g, (whole, name: string) => getOwn(parts, name) ?? whole);
}

function isSupported(template: string): boolean {
  return !filledIn(template, { z: 0, x: 0, y: 0 }).includes('{');
}

/** The pictures of a style, such as those on roads. */
function spritesOf({ sprite = [] }: Style): readonly string[] {
  const urls = typeof sprite === 'string' ? [sprite] : sprite.map(({ url }) => url);
  return urls.flatMap((url) =>
    ['.json', '.png'].map((ending) => {
      const address = new URL(url);
      address.pathname += (isSharp() ? '@2x' : '') + ending;
      return address.href;
    }),
  );
}

async function readJson<Json>(
  address: string,
  signal: AbortSignal,
): Promise<Result<Json, LoadFailure>> {
  const loaded = await loadBytes(address, signal);
  if (!loaded.ok) return loaded;
  try {
    return ok(JSON.parse(new TextDecoder().decode(loaded.value)) as Json);
  } catch {
    return err('refused');
  }
}
