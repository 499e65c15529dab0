import type { Location } from '#core/fields/location.ts';
import type { locationMessages } from '../../messages/en/location.ts';
import { formatNumber } from '../../messages/number-format.ts';

type LocationMessages = typeof locationMessages;

/** The part of the Earth that a map shows: twice as wide as high, north up (equirectangular). */
export type MapView = { readonly centre: Location; readonly zoom: number };

/** A position on the map, from 0 at the left and top to 1 at the right and bottom. */
export type Spot = { readonly x: number; readonly y: number };

export const wholeEarth: MapView = { centre: { Latitude: 0, Longitude: 0 }, zoom: 0 };

/** At this zoom the map is about 150 m high. */
const lastZoom = 17;
const ratio = 2;

/** More lines would not fit on a small screen with their labels. */
const maxMeridians = 4;
const maxParallels = 6;

/** Possible distances between lines, in degrees. */
const steps = [90, 45, 30, 10, 5, 2, 1].concat(
  [1, 2, 3, 4].flatMap((digits) => [5, 2, 1].map((it) => it / 10 ** digits)),
);

export function zoomedBy(view: MapView, more: number, around = view.centre): MapView {
  const zoom = Math.min(Math.max(view.zoom + more, 0), lastZoom);
  return viewOf(around, zoom);
}

/** A map with a location at its centre, or as close to the centre as the poles allow. */
export function viewOf(location: Location, zoom: number): MapView {
  const furthest = 90 - heightAt(zoom) / 2;
  const Latitude = Math.min(Math.max(location.Latitude, -furthest), furthest);
  return { centre: zoom === 0 ? wholeEarth.centre : { ...location, Latitude }, zoom };
}

/** The same map, centred on a location if it would not be visible. */
export function viewWith(view: MapView, location: Location): MapView {
  const { x, y } = spotOf(view, location);
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? view : viewOf(location, view.zoom);
}

export function spotOf(view: MapView, { Latitude, Longitude }: Location): Spot {
  const { centre } = view;
  return {
    x: 0.5 + wrapLongitude(Longitude - centre.Longitude) / widthOf(view),
    y: 0.5 - (Latitude - centre.Latitude) / heightAt(view.zoom),
  };
}

/** The location at a spot, rounded to the precision of the map. */
export function locationAt(view: MapView, { x, y }: Spot): Location {
  return roundedLocation(view, {
    Latitude: view.centre.Latitude - (y - 0.5) * heightAt(view.zoom),
    Longitude: view.centre.Longitude + (x - 0.5) * widthOf(view),
  });
}

/** The location a number of grid lines further to the east and north. */
export function locationBeside(
  view: MapView,
  from: Location,
  east: number,
  north: number,
): Location {
  return roundedLocation(view, {
    Latitude: from.Latitude + north * betweenParallels(view),
    Longitude: from.Longitude + east * betweenMeridians(view),
  });
}

export type GridLine = { readonly degrees: number; readonly at: number };

/** The grid lines that are on the map. */
export function gridOf(view: MapView): {
  readonly meridians: readonly GridLine[];
  readonly parallels: readonly GridLine[];
} {
  const { Latitude, Longitude } = view.centre;
  const meridians = linesAround(Longitude, widthOf(view), betweenMeridians(view));
  const parallels = linesAround(Latitude, heightAt(view.zoom), betweenParallels(view));
  return {
    meridians: meridians.map(({ degrees, at }) => ({ degrees: wrapLongitude(degrees), at })),
    parallels: parallels.map(({ degrees, at }) => ({ degrees, at: 1 - at })),
  };
}

/** The distance between two parallels, as text. */
export function scaleText(view: MapView, messages: LocationMessages): string {
  const metres = Number((betweenParallels(view) * 111_195).toPrecision(2));
  return metres < 1000 ? messages.metres(metres) : messages.kilometres(metres / 1000);
}

/** `47.6° N` */
export function latitudeText(degrees: number, messages: LocationMessages): string {
  return degreesText(degrees, messages.north, messages.south);
}

export function longitudeText(degrees: number, messages: LocationMessages): string {
  return degreesText(degrees, messages.east, messages.west);
}

/** `47.6° N, 122.3° W` */
export function locationText(
  { Latitude, Longitude }: Location,
  messages: LocationMessages,
): string {
  return latitudeText(Latitude, messages) + messages.comma + longitudeText(Longitude, messages);
}

function degreesText(degrees: number, above: string, below: string): string {
  const size = Number(Math.abs(degrees).toFixed(6));
  const number = `${formatNumber(size)}°`;
  return size === 0 ? number : `${number} ${degrees > 0 ? above : below}`;
}

function betweenMeridians(view: MapView): number {
  return stepFor(widthOf(view), maxMeridians);
}

function betweenParallels({ zoom }: MapView): number {
  return stepFor(heightAt(zoom), maxParallels);
}

function stepFor(span: number, maxLines: number): number {
  return steps.findLast((it) => span / it <= maxLines) ?? span;
}

/** Degrees of latitude from the bottom to the top. */
function heightAt(zoom: number): number {
  return 180 / 2 ** zoom;
}

/** Degrees of longitude from left to right. Meridians converge towards the poles, so it grows with latitude. */
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

/** Clamps a location to valid degrees, and rounds it to a hundredth of a grid line. */
function roundedLocation(view: MapView, { Latitude, Longitude }: Location): Location {
  const decimals = Math.min(Math.max(Math.ceil(2 - Math.log10(betweenParallels(view))), 0), 6);
  const rounded = (it: number) => Number(it.toFixed(decimals)) + 0;
  return {
    Latitude: rounded(Math.min(Math.max(Latitude, -90), 90)),
    Longitude: wrapLongitude(rounded(wrapLongitude(Longitude))),
  };
}

/** The same longitude, between -180 and 180. */
function wrapLongitude(longitude: number): number {
  return longitude >= -180 && longitude <= 180
    ? longitude
    : longitude - 360 * Math.floor((longitude + 180) / 360);
}
