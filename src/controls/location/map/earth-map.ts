import earthMapUrl from './earth-map.json?url';

/** What tools/earth-map/make-earth-map.ts writes. */
type EarthMapFile = {
  readonly scale: Pair;
  readonly translate: Pair;
  readonly land: readonly (readonly Line[])[];
  readonly borders: readonly Line[];
  readonly countries: readonly (readonly [code: string, at: Pair, from: number])[];
  readonly towns: readonly (readonly [
    english: string,
    arabic: string,
    at: Pair,
    from: number,
    isCapital: 0 | 1,
  ])[];
};

type Pair = readonly [x: number, y: number];

/** The first point and the steps to each next one. */
type Line = readonly number[];

/** The Earth as MapLibre draws it, with its names in one language: https://datatracker.ietf.org/doc/html/rfc7946 */
export type EarthMap = {
  readonly land: Feature<'MultiPolygon', Position[][][]>;
  readonly borders: Feature<'MultiLineString', Position[][]>;
  readonly countries: Names;
  readonly towns: Names;
};

type Position = [longitude: number, latitude: number];

type Feature<Type, Coordinates, Properties = Record<string, never>> = {
  type: 'Feature';
  properties: Properties;
  geometry: { type: Type; coordinates: Coordinates };
};

type Names = { type: 'FeatureCollection'; features: Feature<'Point', Position, Name>[] };

/** `from` is the zoom from which on there is space for it, and `order` says which comes first then. */
type Name = { readonly name: string; readonly from: number; readonly order: number };

/** Milliseconds. */
const timeout = 30_000;

/** The Earth that needs no network: the service worker has it, if a form asks for a location. */
export async function loadEarthMap(language: string): Promise<EarthMap> {
  const response = await fetch(earthMapUrl, { signal: AbortSignal.timeout(timeout) });
  if (!response.ok) throw new Error(`The map could not be loaded: ${response.status}.`);
  return earthMapIn((await response.json()) as EarthMapFile, language);
}

/** Names of countries are the browser's own, in any language. Towns have an English and an Arabic one. */
export function earthMapIn(file: EarthMapFile, language: string): EarthMap {
  const { land, borders, countries, towns } = file;
  const countryNames = new Intl.DisplayNames(language, { type: 'region' });
  const isArabic = language.startsWith('ar');
  return {
    land: feature(
      'MultiPolygon',
      land.map((rings) => rings.map((it) => positionsOf(it, file))),
    ),
    borders: feature(
      'MultiLineString',
      borders.map((it) => positionsOf(it, file)),
    ),
    countries: names(
      countries.map(([code, at, from]) => [countryNames.of(code) ?? code, at, from, from]),
    ),
    towns: names(
      towns.map(([english, arabic, at, from, isCapital]) => [
        isArabic ? arabic : english,
        at,
        // Natural Earth ranks them from 0, for a map of the whole Earth.
        0.7 + from * 0.6,
        from - isCapital,
      ]),
    ),
  };
}

function positionsOf(line: Line, { scale, translate }: EarthMapFile): Position[] {
  const positions: Position[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    x += line[i] ?? 0;
    y += line[i + 1] ?? 0;
    positions.push([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  }
  return positions;
}

function feature<Type, Coordinates>(
  type: Type,
  coordinates: Coordinates,
): Feature<Type, Coordinates> {
  return { type: 'Feature', properties: {}, geometry: { type, coordinates } };
}

function names(
  all: readonly (readonly [name: string, at: Pair, from: number, order: number])[],
): Names {
  return {
    type: 'FeatureCollection',
    features: all.map(([name, at, from, order]) => ({
      type: 'Feature',
      properties: { name, from, order },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  };
}
