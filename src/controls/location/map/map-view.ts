import type { Location } from '#core/fields/location.ts';
import { streetMap } from '#brand/street-map.ts';

/**
 * The part of the Earth that a map shows: Web Mercator, north up. At zoom 0 the Earth is 512 pixels wide, and twice
 * as wide at each further one.
 */
export type MapView = { readonly centre: Location; readonly zoom: number };

/** A position on the map of the whole Earth, in pixels from its left and upper edges. */
export type Spot = { readonly x: number; readonly y: number };

export const wholeEarth: MapView = { centre: { Latitude: 20, Longitude: 0 }, zoom: 0 };

export const zooms = { least: -1, most: 18 } as const;

/** Where a single location is looked at: streets show where it is, and the Earth alone which country and town. */
export const zoomNearby = streetMap ? 15 : 6;

/** Further north and south, Web Mercator has no map. */
const furthest = 85;

const earthWidth = 512;

export function zoomedBy({ centre, zoom }: MapView, more: number, around = centre): MapView {
  const next = Math.min(Math.max(Math.round(zoom + more), zooms.least), zooms.most);
  return { centre: onMap(around), zoom: next };
}

export function spotAt(zoom: number, location: Location): Spot {
  const width = earthWidth * 2 ** zoom;
  const { Latitude, Longitude } = onMap(location);
  const sine = Math.sin((Latitude * Math.PI) / 180);
  return {
    x: width * (Longitude / 360 + 0.5),
    y: width * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** The location a number of pixels further to the east and north. */
export function locationBeside(
  { zoom }: MapView,
  from: Location,
  east: number,
  north: number,
): Location {
  const degrees = 1 / pixelsPerDegree(zoom);
  const { Latitude, Longitude } = onMap(from);
  // A degree of latitude is higher on the map the further it is from the equator.
  const shrunk = Math.cos((Latitude * Math.PI) / 180);
  return roundedFor(zoom, {
    Latitude: Latitude + north * degrees * shrunk,
    Longitude: Longitude + east * degrees,
  });
}

/** Rounded to the precision of the map, which is one pixel. */
export function roundedFor(zoom: number, { Latitude, Longitude }: Location): Location {
  const decimals = Math.min(Math.max(Math.ceil(Math.log10(pixelsPerDegree(zoom))), 0), 6);
  const rounded = (it: number) => Number(it.toFixed(decimals)) + 0;
  return onMap({
    Latitude: rounded(Latitude),
    Longitude: rounded(wrapLongitude(Longitude)),
  });
}

/** How many metres a number of pixels are, at the centre. */
export function metresFor({ centre, zoom }: MapView, pixels: number): number {
  const shrunk = Math.cos((onMap(centre).Latitude * Math.PI) / 180);
  return Number(((pixels * 111_195 * shrunk) / pixelsPerDegree(zoom)).toPrecision(2));
}

/** The closest view that shows all of them, with space around. */
export function viewAround(locations: readonly Location[], closest: number): MapView {
  const spots = locations.map((it) => spotAt(0, it));
  const [west, east] = endsOf(spots.map(({ x }) => x));
  const [north, south] = endsOf(spots.map(({ y }) => y));
  const fits = Math.min(across / (east - west), down / (south - north));
  return {
    centre: locationOf({ x: (west + east) / 2, y: (north + south) / 2 }),
    zoom: Math.min(Math.max(Math.floor(2 * Math.log2(fits)) / 2, zooms.least), closest),
  };
}

/** In pixels, as much as a small screen has for the locations. */
const across = 220;
const down = 150;

/** The location of a spot at zoom 0. */
function locationOf({ x, y }: Spot): Location {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / earthWidth)));
  return {
    Latitude: (latitude * 180) / Math.PI,
    Longitude: (x / earthWidth - 0.5) * 360,
  };
}

function pixelsPerDegree(zoom: number): number {
  return (earthWidth * 2 ** zoom) / 360;
}

function onMap({ Latitude, Longitude }: Location): Location {
  return { Latitude: Math.min(Math.max(Latitude, -furthest), furthest), Longitude };
}

/** The same longitude, between -180 and 180. */
function wrapLongitude(longitude: number): number {
  return longitude >= -180 && longitude <= 180
    ? longitude
    : longitude - 360 * Math.floor((longitude + 180) / 360);
}

/** Not `Math.min(...numbers)`: ten thousand arguments are too many. */
function endsOf(numbers: readonly number[]): readonly [least: number, most: number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], it) => [Math.min(least, it), Math.max(most, it)],
    [numbers[0] ?? 0, numbers[0] ?? 0],
  );
}
