import type { Location } from '#core/fields/location.ts';
import type { place } from '../words/en/place.ts';
import { numberInWords } from '../words/formats.ts';

type PlaceWords = typeof place;

/** The part of the Earth that a map shows: twice as wide as high, north up, meridians upright. */
export type MapView = { readonly centre: Location; readonly zoom: number };

/** Where on the map, from 0 at its left and top to 1 at its right and bottom. */
export type Spot = { readonly x: number; readonly y: number };

export const wholeWorld: MapView = { centre: { Latitude: 0, Longitude: 0 }, zoom: 0 };

/** At the last one the map is some 150 m high. */
const lastZoom = 17;
const ratio = 2;

/** At most so many lines fit on a small screen with their words. */
const mostMeridians = 4;
const mostParallels = 6;

/** Distances between lines that are easy to count in, in degrees. */
const steps = [90, 45, 30, 10, 5, 2, 1].concat(
  [1, 2, 3, 4].flatMap((digits) => [5, 2, 1].map((it) => it / 10 ** digits)),
);

export function zoomedBy(view: MapView, more: number, around = view.centre): MapView {
  const zoom = Math.min(Math.max(view.zoom + more, 0), lastZoom);
  return viewOf(around, zoom);
}

/** The map of that zoom with the place in its middle, or as near to it as the poles allow. */
export function viewOf(place: Location, zoom: number): MapView {
  const furthest = 90 - heightAt(zoom) / 2;
  const Latitude = Math.min(Math.max(place.Latitude, -furthest), furthest);
  return { centre: zoom === 0 ? wholeWorld.centre : { ...place, Latitude }, zoom };
}

/** The same map, moved when the place is not on it. */
export function viewWith(view: MapView, place: Location): MapView {
  const { x, y } = spotOf(view, place);
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? view : viewOf(place, view.zoom);
}

export function spotOf(view: MapView, { Latitude, Longitude }: Location): Spot {
  const { centre } = view;
  return {
    x: 0.5 + aroundTheWorld(Longitude - centre.Longitude) / widthOf(view),
    y: 0.5 - (Latitude - centre.Latitude) / heightAt(view.zoom),
  };
}

/** The place at a spot, no more exact than the map is. */
export function placeAt(view: MapView, { x, y }: Spot): Location {
  return tidied(view, {
    Latitude: view.centre.Latitude - (y - 0.5) * heightAt(view.zoom),
    Longitude: view.centre.Longitude + (x - 0.5) * widthOf(view),
  });
}

/** So many lines of the grid further to the east and to the north. */
export function placeBeside(view: MapView, from: Location, east: number, north: number): Location {
  return tidied(view, {
    Latitude: from.Latitude + north * betweenParallels(view),
    Longitude: from.Longitude + east * betweenMeridians(view),
  });
}

export type GridLine = { readonly degrees: number; readonly at: number };

/** The lines of the grid that are on the map. */
export function gridOf(view: MapView): {
  readonly meridians: readonly GridLine[];
  readonly parallels: readonly GridLine[];
} {
  const { Latitude, Longitude } = view.centre;
  const meridians = linesAround(Longitude, widthOf(view), betweenMeridians(view));
  const parallels = linesAround(Latitude, heightAt(view.zoom), betweenParallels(view));
  return {
    meridians: meridians.map(({ degrees, at }) => ({ degrees: aroundTheWorld(degrees), at })),
    parallels: parallels.map(({ degrees, at }) => ({ degrees, at: 1 - at })),
  };
}

/** How far it is from one parallel to the next, as a map's scale says it. */
export function scaleInWords(view: MapView, words: PlaceWords): string {
  const metres = Number((betweenParallels(view) * 111_195).toPrecision(2));
  return metres < 1000 ? words.metres(metres) : words.kilometres(metres / 1000);
}

/** `47.6° N` */
export function latitudeInWords(degrees: number, words: PlaceWords): string {
  return inWords(degrees, words.north, words.south);
}

export function longitudeInWords(degrees: number, words: PlaceWords): string {
  return inWords(degrees, words.east, words.west);
}

/** `47.6° N, 122.3° W` */
export function placeInWords({ Latitude, Longitude }: Location, words: PlaceWords): string {
  return latitudeInWords(Latitude, words) + words.comma + longitudeInWords(Longitude, words);
}

function inWords(degrees: number, above: string, below: string): string {
  const size = Number(Math.abs(degrees).toFixed(6));
  const number = `${numberInWords(size)}°`;
  return size === 0 ? number : `${number} ${degrees > 0 ? above : below}`;
}

function betweenMeridians(view: MapView): number {
  return stepFor(widthOf(view), mostMeridians);
}

function betweenParallels({ zoom }: MapView): number {
  return stepFor(heightAt(zoom), mostParallels);
}

function stepFor(span: number, mostLines: number): number {
  return steps.findLast((it) => span / it <= mostLines) ?? span;
}

/** Degrees of latitude from the lower edge to the upper. */
function heightAt(zoom: number): number {
  return 180 / 2 ** zoom;
}

/** Degrees of longitude from side to side: meridians draw together toward the poles. */
function widthOf({ centre, zoom }: MapView): number {
  const shrunk = zoom === 0 ? 1 : Math.max(Math.cos((centre.Latitude * Math.PI) / 180), 0.05);
  return Math.min((heightAt(zoom) * ratio) / shrunk, 360);
}

function linesAround(middle: number, span: number, step: number): GridLine[] {
  const lowest = middle - span / 2;
  const first = Math.ceil(lowest / step);
  const count = Math.floor((lowest + span) / step) - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const degrees = (first + i) * step;
    return { degrees, at: (degrees - lowest) / span };
  });
}

/** On Earth, and with the decimals that a hundredth of the grid has. */
function tidied(view: MapView, { Latitude, Longitude }: Location): Location {
  const decimals = Math.min(Math.max(Math.ceil(2 - Math.log10(betweenParallels(view))), 0), 6);
  const rounded = (it: number) => Number(it.toFixed(decimals)) + 0;
  return {
    Latitude: rounded(Math.min(Math.max(Latitude, -90), 90)),
    Longitude: aroundTheWorld(rounded(aroundTheWorld(Longitude))),
  };
}

/** The same meridian, between -180 and 180. */
function aroundTheWorld(longitude: number): number {
  return longitude >= -180 && longitude <= 180
    ? longitude
    : longitude - 360 * Math.floor((longitude + 180) / 360);
}
