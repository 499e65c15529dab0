import type { Location } from '#core/fields/location.ts';
import { spotAt, type Spot } from './map-view.ts';

/** Locations so close that the map shows them as one. */
export type Cluster = Location & { readonly count: number };

/** In pixels, as wide as the mark of a cluster with space around. */
const cellSize = 56;

/** Clusters closer than this would overlap. */
const closest = 44;

/** Those of a map at this zoom, largest first. */
export function clustersAt(zoom: number, locations: readonly Location[]): readonly Cluster[] {
  const cells = new Map<string, Location[]>();
  for (const location of locations) {
    const cell = cellOf(spotAt(zoom, location));
    const inCell = cells.get(cell);
    if (inCell) inCell.push(location);
    else cells.set(cell, [location]);
  }
  // Those on both sides of a cell's edge belong together too.
  const joined = new Map<string, Cluster>();
  for (const cluster of largestFirst([...cells.values()].map(clusterOf))) {
    const spot = spotAt(zoom, cluster);
    const near = cellsAround(spot).find((cell) => {
      const other = joined.get(cell);
      return other && distance(spot, spotAt(zoom, other)) < closest;
    });
    const other = near === undefined ? undefined : joined.get(near);
    if (near !== undefined && other) joined.set(near, together(cluster, other));
    else joined.set(cellOf(spot), cluster);
  }
  return largestFirst([...joined.values()]);
}

function clusterOf(locations: readonly Location[]): Cluster {
  return locations
    .map((it) => ({ ...it, count: 1 }))
    .reduce<Cluster>(together, { Latitude: 0, Longitude: 0, count: 0 });
}

function together(one: Cluster, other: Cluster): Cluster {
  const count = one.count + other.count;
  const mean = (part: keyof Location) =>
    ((one[part] ?? 0) * one.count + (other[part] ?? 0) * other.count) / count;
  return { Latitude: mean('Latitude'), Longitude: mean('Longitude'), count };
}

function largestFirst(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.toSorted((a, b) => b.count - a.count);
}

function cellOf({ x, y }: Spot): string {
  return `${Math.floor(x / cellSize)} ${Math.floor(y / cellSize)}`;
}

function cellsAround({ x, y }: Spot): readonly string[] {
  return [-cellSize, 0, cellSize].flatMap((east) =>
    [-cellSize, 0, cellSize].map((south) => cellOf({ x: x + east, y: y + south })),
  );
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
