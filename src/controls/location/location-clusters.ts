import type { Location } from '#core/fields/location.ts';
import { spotOf, viewOf, type MapView } from './map-geometry.ts';

/** Locations so close that the map shows them as one dot. */
export type Cluster = Location & { readonly count: number };

/** About 2 km high. Closer, a map without streets says nothing. */
const nearest = 13;
/** The share of the map left empty at its edges. */
const margin = 0.08;
/** The most dots side by side. */
const columns = 40;

/** The closest view that shows all of them. */
export function viewAround(locations: readonly Location[]): MapView {
  const [south, north] = endsOf(locations.map((it) => it.Latitude));
  const [west, east] = endsOf(locations.map((it) => it.Longitude));
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

/** Largest first, so that small dots are drawn on top. */
export function clustersOn(view: MapView, locations: readonly Location[]): readonly Cluster[] {
  const cells = new Map<string, Location[]>();
  for (const location of locations) {
    const { x, y } = spotOf(view, location);
    const cell = `${Math.floor(x * columns)} ${Math.floor((y * columns) / 2)}`;
    const inCell = cells.get(cell);
    if (inCell) inCell.push(location);
    else cells.set(cell, [location]);
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
