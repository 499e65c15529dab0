import type { GeoJSONSource, Map as MapLibre, Marker, StyleSpecification } from 'maplibre-gl';
// oxlint-disable-next-line import/default -- Vite exports the address of the file
import mapLibreUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { streetMap } from '#brand/street-map.ts';
import type { Location } from '#core/fields/location.ts';
import type { Position } from '#core/values/on-earth.ts';
import { trustScript } from '../../../device/trusted-scripts.ts';
import { keptMapsChange } from '../offline/kept-maps.ts';
import { answerFromKept, fromKept, keptProtocol } from '../offline/kept-requests.ts';
import { loadKeptStyle } from '../offline/kept-style.ts';
import { isDark, mapColoursOf, traceColourOf, watchColours } from './map-colours.ts';
import { wholeEarth, zooms, type MapView } from './map-view.ts';
import { loadStreetStyle } from './street-style.ts';
import { loadEarthMap } from './earth-map.ts';
import { earthStyle } from './earth-style.ts';

/** What lies on the map, such as the pin. */
export type OnGround = { readonly at: Location; readonly element: HTMLElement };

/** A line, or an area, point by point. */
export type Trace = { readonly points: readonly Position[]; readonly isArea: boolean };

/** A map that somebody sees and moves. */
export type Ground = {
  readonly show: (view: MapView) => void;
  /** Moves the map if the location is not on it. */
  readonly reveal: (location: Location) => void;
  /** Replaces what lies on the map. Its elements are centred on their locations. */
  readonly put: (all: readonly OnGround[]) => void;
  /** Replaces the line or area. */
  readonly draw: (trace: Trace) => void;
  readonly close: () => void;
};

type Options = {
  readonly container: HTMLElement;
  readonly language: string;
  readonly view: MapView;
  /** The texts of MapLibre's own that people can see. */
  readonly texts: { readonly [id: string]: string };
  readonly onView: (view: MapView, isOnMap: (location: Location) => boolean) => void;
  readonly onTap: (location: Location) => void;
  /** Whether streets are shown, whose makers are to be named. */
  readonly onStreets: (areShown: boolean) => void;
  /** Nothing can be drawn: the map's file is missing, or the graphics card gave up. */
  readonly onFailed: () => void;
};

// As it is published, already small: to make it smaller again, the build of the app would take twice as long.
const mapLibre = (await import(/* @vite-ignore */ mapLibreUrl)) as typeof import('maplibre-gl');

mapLibre.setWorkerUrl(workerUrl);
trustScript(workerUrl);
if (streetMap?.offline) mapLibre.addProtocol(keptProtocol, answerFromKept(streetMap));

/** Draws a map into an element. Throws if the device cannot draw one. */
export function openGround(options: Options): Ground {
  const { container, view } = options;
  const map = new mapLibre.Map({
    container,
    center: asPair(view.centre),
    // The whole Earth, as large as there is space for it.
    zoom: view === wholeEarth ? Math.log2(container.clientWidth / 512) : view.zoom,
    minZoom: zooms.least,
    maxZoom: zooms.most,
    // Our own says it as text.
    attributionControl: false,
    // With one finger the page is scrolled, and the map with two: it is as wide as a phone.
    cooperativeGestures: true,
    locale: { ...options.texts },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    keyboard: false,
    boxZoom: false,
    doubleClickZoom: false,
    fadeDuration: 0,
    validateStyle: false,
    ...(streetMap?.offline && { transformRequest: fromKept(streetMap) }),
  });
  map.touchZoomRotate.disableRotation();
  // The element around it is the control.
  const canvas = map.getCanvas();
  for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name);

  const stops = [keepDrawn(map, options), () => map.remove()];
  let put: readonly Marker[] = [];
  const draw = keepTraced(map, container);
  const tellView = () => options.onView(viewOf(map), (it) => map.getBounds().contains(asPair(it)));
  map.on('moveend', tellView);
  map.on('load', tellView);
  map.on('click', ({ lngLat, originalEvent }) => {
    // A click by a screen reader or the keyboard has no position.
    if (originalEvent.detail === 0) return;
    const { lat, lng } = lngLat.wrap();
    options.onTap({ Latitude: lat, Longitude: lng });
  });
  return {
    show(next) {
      if (next === view || isAbout(viewOf(map), next)) return;
      // At once: a movement that the next key interrupts would end half-way.
      map.jumpTo({ center: asPair(next.centre), zoom: next.zoom });
    },
    reveal(location) {
      if (!map.getBounds().contains(asPair(location))) map.jumpTo({ center: asPair(location) });
    },
    put(all) {
      for (const it of put) it.remove();
      put = all.map(({ at, element }) =>
        new mapLibre.Marker({ element }).setLngLat(asPair(at)).addTo(map),
      );
    },
    draw,
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** Draws a line or an area, and again whenever the map is drawn in another style. */
function keepTraced(map: MapLibre, container: HTMLElement): (trace: Trace) => void {
  let latest: Trace | undefined;
  const source = () => map.getSource<GeoJSONSource>('trace');
  // Only if it is missing: new data would draw the map, which would be idle again, without end.
  function addMissing(): void {
    if (!latest || !map.isStyleLoaded() || source()) return;
    const colour = traceColourOf(container);
    map.addSource('trace', { type: 'geojson', data: geometryOf(latest) });
    const fill = { 'fill-color': colour, 'fill-opacity': 0.25 };
    map.addLayer({ id: 'trace-fill', type: 'fill', source: 'trace', paint: fill });
    const stroke = { 'line-color': colour, 'line-width': 3 };
    map.addLayer({ id: 'trace-line', type: 'line', source: 'trace', paint: stroke });
  }
  map.on('styledata', addMissing);
  map.on('idle', addMissing);
  return (trace) => {
    latest = trace;
    void source()?.setData(geometryOf(trace));
    addMissing();
  };
}

/** A line of one point, and an area of two, are not drawn yet. */
function geometryOf({ points, isArea }: Trace): Parameters<GeoJSONSource['setData']>[0] {
  const line = points.map(([longitude, latitude]) => [longitude, latitude]);
  const [first] = line;
  return isArea && first && line.length > 2
    ? { type: 'Polygon', coordinates: [[...line, first]] }
    : { type: 'LineString', coordinates: line.length > 1 ? line : [] };
}

/** Draws the Earth, or the streets while there is a network or where they are kept, in the colours of the page. */
function keepDrawn(map: MapLibre, options: Options): () => void {
  const { container, language, onStreets, onFailed } = options;
  const earth = loadEarthMap(language);
  let latest = 0;
  let hasStreets = true;
  async function draw() {
    const own = (latest += 1);
    const isLatest = () => own === latest;
    const streets = loadStreetStyle(isDark());
    let style: StyleSpecification;
    try {
      style = earthStyle(await earth, mapColoursOf(container));
      if (isLatest()) map.setStyle(style, { diff: !hasStreets });
    } catch {
      if (isLatest()) onFailed();
      return;
    }
    hasStreets = false;
    onStreets(false);
    const kept = async () => streetMap?.offline && loadKeptStyle(streetMap, isDark(), style);
    const streetStyle = (await streets) ?? (await kept());
    if (!streetStyle || !isLatest()) return;
    map.setStyle(streetStyle, { diff: false });
    hasStreets = true;
    onStreets(true);
  }
  const redraw = () => void draw();
  redraw();
  const stopWatching = watchColours(redraw);
  const events = ['online', 'offline', keptMapsChange];
  for (const it of events) addEventListener(it, redraw);
  return () => {
    latest += 1;
    stopWatching();
    for (const it of events) removeEventListener(it, redraw);
  };
}

function viewOf(map: MapLibre): MapView {
  const { lat, lng } = map.getCenter().wrap();
  return { centre: { Latitude: lat, Longitude: lng }, zoom: map.getZoom() };
}

/** Whether a map is where it should be: numbers lose a little on their way through it. */
function isAbout(one: MapView, other: MapView): boolean {
  return (
    near(one.zoom, other.zoom) &&
    near(one.centre.Latitude, other.centre.Latitude) &&
    near(one.centre.Longitude, other.centre.Longitude)
  );
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}

function asPair({ Latitude, Longitude }: Location): [number, number] {
  return [Longitude, Math.min(Math.max(Latitude, -85), 85)];
}
