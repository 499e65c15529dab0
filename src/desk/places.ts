import type { Location } from '#core/fields/location.ts';
import { spotOf, viewOf, type MapView } from '../controls/map-view.ts';
import { isRecord } from '../cloud/told.ts';

/** Several places so near each other that a map has one dot for them. */
export type Cluster = Location & { readonly count: number };

/** Some 2 km high; nearer, a map without streets says nothing. */
const nearest = 13;
/** How much of the map is kept free at its edges. */
const margin = 0.08;
/** Dots side by side, at most. */
const columns = 40;

/** An answer to an earlier version of a form may be of another shape. */
export function isPlace(answer: unknown): answer is Location {
  return (
    isRecord(answer) &&
    typeof answer['Latitude'] === 'number' &&
    typeof answer['Longitude'] === 'number'
  );
}

/** The nearest view that shows all of them. */
export function viewAround(places: readonly Location[]): MapView {
  const [south, north] = endsOf(places.map((it) => it.Latitude));
  const [west, east] = endsOf(places.map((it) => it.Longitude));
  const corners = [
    { Latitude: south, Longitude: west },
    { Latitude: north, Longitude: east },
  ];
  const centre = { Latitude: (south + north) / 2, Longitude: (west + east) / 2 };
  for (let zoom = nearest; zoom > 0; zoom -= 1) {
    const view = viewOf(centre, zoom);
    if (corners.every((it) => isWellInside(spotOf(view, it)))) return view;
  }
  return viewOf(centre, 0);
}

/** The most crowded first, so that small dots are drawn on large ones. */
export function clustersOn(view: MapView, places: readonly Location[]): readonly Cluster[] {
  const cells = new Map<string, Location[]>();
  for (const place of places) {
    const { x, y } = spotOf(view, place);
    const cell = `${Math.floor(x * columns)} ${Math.floor((y * columns) / 2)}`;
    const inCell = cells.get(cell);
    if (inCell) inCell.push(place);
    else cells.set(cell, [place]);
  }
  return [...cells.values()]
    .map((inCell) => ({
      Latitude: meanOf(inCell.map((it) => it.Latitude)),
      Longitude: meanOf(inCell.map((it) => it.Longitude)),
      count: inCell.length,
    }))
    .toSorted((a, b) => b.count - a.count);
}

function isWellInside({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= margin && x <= 1 - margin && y >= margin && y <= 1 - margin;
}

/** Not `Math.min(...numbers)`: ten thousand arguments are too many. */
function endsOf(numbers: readonly number[]): readonly [least: number, most: number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], it) => [Math.min(least, it), Math.max(most, it)],
    [numbers[0] ?? 0, numbers[0] ?? 0],
  );
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
}
