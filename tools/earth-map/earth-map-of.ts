import { arabicNames, englishNames } from './town-names.ts';

type Point = readonly [x: number, y: number];

/** What is read of a TopoJSON file: https://github.com/topojson/topojson-specification */
export type Countries = {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: {
    readonly countries: { readonly geometries: readonly Country[] };
    readonly land: { readonly geometries: readonly Shape[] };
  };
};

/** Each number is the index of an arc; `~index` is the arc in the other direction. */
type Rings = readonly (readonly number[])[];

type Shape =
  | { readonly type: 'Polygon'; readonly arcs: Rings }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly Rings[] };

/** `id` is its number in ISO 3166; disputed ones have none. */
type Country = Shape & { readonly id?: string; readonly properties: { readonly name: string } };

export type Towns = {
  readonly features: readonly {
    readonly properties: {
      readonly name: string;
      readonly scalerank: number;
      readonly adm0cap: number;
    };
    readonly geometry: { readonly coordinates: Point };
  }[];
};

/** The first point of a line and the steps to each next one, in units of `scale`. */
type Line = readonly number[];

/** What src/controls/location/map/earth-map.ts reads. */
export type EarthMap = {
  readonly scale: Point;
  readonly translate: Point;
  readonly land: readonly (readonly Line[])[];
  readonly borders: readonly Line[];
  /** By their two letters, which every browser has a name for. `from` is the zoom from which the name has space. */
  readonly countries: readonly (readonly [code: string, at: Point, from: number])[];
  readonly towns: readonly (readonly [
    english: string,
    arabic: string,
    at: Point,
    from: number,
    isCapital: 0 | 1,
  ])[];
};

/** Makes one small file of the two. */
export function earthMapOf(countries: Countries, { features }: Towns): EarthMap {
  const { arcs, objects, transform } = countries;
  const points = arcs.map(absolute);
  const land = objects.land.geometries
    .flatMap(polygonsOf)
    .map((rings) => rings.map((ring) => lineOf(aroundPole(joined(points, ring)))));
  return {
    scale: transform.scale,
    translate: transform.translate,
    land,
    borders: sharedArcs(objects.countries.geometries).map((it) => lineOf(points[it] ?? [])),
    countries: objects.countries.geometries.flatMap((it) => {
      const code = codeOf(it);
      const label = code && labelOf(it, points, countries);
      return label ? [[code, label.at, label.from] as const] : [];
    }),
    towns: features
      .toSorted((a, b) => a.properties.scalerank - b.properties.scalerank)
      .map(({ properties: { name, scalerank, adm0cap }, geometry }) => [
        englishNames[name] ?? name,
        arabicNames[name] ?? missing(name),
        rounded(geometry.coordinates),
        scalerank,
        adm0cap ? 1 : 0,
      ]),
  };
}

function missing(name: string): never {
  throw new Error(`town-names.ts has no Arabic name for ${name}.`);
}

/** Browsers know the letters of a country's number. Kosovo has letters only. */
function codeOf({ id, properties }: Country): string {
  if (id === undefined) return properties.name === 'Kosovo' ? 'XK' : '';
  return new Intl.Locale(`und-${id}`).region ?? '';
}

function polygonsOf(shape: Shape): readonly Rings[] {
  return shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
}

/** The borders on land are what two countries have in common. */
function sharedArcs(countries: readonly Country[]): readonly number[] {
  const uses = new Map<number, number>();
  for (const arc of countries.flatMap(polygonsOf).flat(2)) {
    const index = arc < 0 ? ~arc : arc;
    uses.set(index, (uses.get(index) ?? 0) + 1);
  }
  return [...uses].flatMap(([index, count]) => (count > 1 ? [index] : []));
}

function absolute(steps: readonly Point[]): readonly Point[] {
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

/** Each arc begins where the one before it ends. */
function joined(points: readonly (readonly Point[])[], ring: readonly number[]): readonly Point[] {
  const line = ring.flatMap((arc, i) => {
    const next = arc < 0 ? (points[~arc] ?? []).toReversed() : (points[arc] ?? []);
    return i === 0 ? next : next.slice(1);
  });
  return unwrapped(line);
}

/** Once around the Earth. */
const width = 99_999;

/** Across the 180th meridian the line goes on, beyond 180°, instead of starting again at the other end of the map. */
function unwrapped(line: readonly Point[]): readonly Point[] {
  let before = line[0]?.[0] ?? 0;
  return line.map(([x, y]) => {
    before = x - width * Math.round((x - before) / width);
    return [before, y];
  });
}

/** The coast of Antarctica ends one turn after it began: the rest of its edge is the lower end of the map. */
function aroundPole(ring: readonly Point[]): readonly Point[] {
  const [first = [0, 0], last = first] = [ring[0], ring.at(-1)];
  return first[0] === last[0] ? ring : [...ring, [last[0], 0], [first[0], 0], first];
}

function lineOf(points: readonly Point[]): Line {
  let [x, y] = [0, 0];
  return points.flatMap(([nextX, nextY], i) => {
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return i > 0 && step.every((it) => it === 0) ? [] : step;
  });
}

/** Where a country's name goes, in its largest piece, and from which zoom on there is space for it. */
function labelOf(
  country: Country,
  points: readonly (readonly Point[])[],
  { transform: { scale, translate } }: Countries,
): { readonly at: Point; readonly from: number } | undefined {
  const pieces = polygonsOf(country).map(([outer = []]) =>
    joined(points, outer).map(([x, y]): Point => [
      x * scale[0] + translate[0],
      y * scale[1] + translate[1],
    ]),
  );
  const largest = pieces.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  if (!largest) return undefined;
  const area = pieces.reduce((sum, it) => sum + areaOf(it), 0);
  // A degree is 1.4 pixels wide at zoom 0, and twice as wide at each further one.
  const from = Math.log2(28 / (1.4 * Math.sqrt(area)));
  const [longitude, latitude] = innermost(largest);
  return {
    at: rounded([longitude > 180 ? longitude - 360 : longitude, latitude]),
    from: Number(Math.max(from, 0).toFixed(1)),
  };
}

/** In square degrees at the equator. */
function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  const middle = ring.reduce((total, [, y]) => total + y, 0) / ring.length;
  return (Math.abs(sum) / 2) * Math.cos((middle * Math.PI) / 180);
}

/** The point of a grid that is furthest from the edge. */
function innermost(ring: readonly Point[]): Point {
  const [west, east] = endsOf(ring.map(([x]) => x));
  const [south, north] = endsOf(ring.map(([, y]) => y));
  const cells = 30;
  let best: { readonly at: Point; readonly distance: number } = {
    at: ring[0] ?? [0, 0],
    distance: -1,
  };
  for (let i = 0.5; i < cells; i += 1)
    for (let j = 0.5; j < cells; j += 1) {
      const at: Point = [west + ((east - west) * i) / cells, south + ((north - south) * j) / cells];
      const distance = isInside(ring, at) ? distanceToEdge(ring, at) : -1;
      if (distance > best.distance) best = { at, distance };
    }
  return best.at;
}

/** A name needs more space to its sides than above it. */
function distanceToEdge(ring: readonly Point[], [x, y]: Point): number {
  const narrow = Math.cos((y * Math.PI) / 180);
  return Math.min(
    ...ring.map(([otherX, otherY]) => Math.hypot((otherX - x) * narrow * 0.6, otherY - y)),
  );
}

function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [i, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function endsOf(numbers: readonly number[]): readonly [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** To about a kilometre. */
function rounded([x, y]: Point): Point {
  return [Number(x.toFixed(2)), Number(y.toFixed(2))];
}
