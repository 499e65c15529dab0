import type { OfflineMap } from '#brand/street-map.ts';

/** A square of the map: at zoom 0 there is one, and at each further one four times as many. */
export type Tile = { readonly z: number; readonly x: number; readonly y: number };

/** The zooms of which there are tiles. */
export type Zooms = { readonly least: number; readonly most: number };

/** Every tile that shows some of the map, the whole Earth first. */
export function* tilesOf(map: OfflineMap, zooms: Zooms): Generator<Tile> {
  for (const z of zoomsOf(map, zooms)) {
    const { left, columns, top, rows } = rangeOf(map, z);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1)
        yield { z, x: (left + column) % 2 ** z, y: top + row };
  }
}

/** How many tiles there are, without listing them. */
export function countTiles(map: OfflineMap, zooms: Zooms): number {
  return zoomsOf(map, zooms).reduce((sum, z) => {
    const { columns, rows } = rangeOf(map, z);
    return sum + columns * rows;
  }, 0);
}

/** From the first zoom of the tiles to the closest that is kept. */
function zoomsOf({ zoom }: OfflineMap, { least, most }: Zooms): readonly number[] {
  const closest = Math.min(zoom, most);
  return Array.from({ length: Math.max(closest - least + 1, 0) }, (_, at) => least + at);
}

function rangeOf({ west, south, east, north }: OfflineMap, z: number) {
  const width = 2 ** z;
  const [left, right] = [columnAt(west, width), columnAt(east, width)];
  const [top, bottom] = [rowAt(north, width), rowAt(south, width)];
  // One that crosses the 180th meridian goes on at the left edge.
  return { left, columns: ((right - left + width) % width) + 1, top, rows: bottom - top + 1 };
}

function columnAt(longitude: number, width: number): number {
  return within(Math.floor(width * (longitude / 360 + 0.5)), width);
}

function rowAt(latitude: number, width: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return within(
    Math.floor(width * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))),
    width,
  );
}

/** The poles and the last meridian are on the last tile. */
function within(at: number, width: number): number {
  return Math.min(Math.max(at, 0), width - 1);
}
