/** In degrees (WGS 84), in GeoJSON's order. */
export type Position = readonly [longitude: number, latitude: number];

/** The mean radius of the Earth, in metres. A sphere is wrong by half a per cent at most. */
const radius = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The length of a line, in metres. */
export function lengthOf(line: readonly Position[]): number {
  return line.reduce((sum, to, at) => sum + (at === 0 ? 0 : distance(line[at - 1] ?? to, to)), 0);
}

/** By the haversine formula, which keeps its precision for points that are close to each other. */
function distance([west, south]: Position, [east, north]: Position): number {
  const [up, across] = [radians(north - south), radians(east - west)];
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(south)) * Math.cos(radians(north)) * Math.sin(across / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The size of an area, in square metres. It may cross the 180th meridian, but not contain a pole. */
export function areaOf(ring: readonly Position[]): number {
  const sum = ring.reduce((sum, [east, north], at) => {
    const [west, south] = ring[(at === 0 ? ring.length : at) - 1] ?? [east, north];
    const across = radians(((((east - west + 180) % 360) + 360) % 360) - 180);
    return sum + across * (2 + Math.sin(radians(south)) + Math.sin(radians(north)));
  }, 0);
  return Math.abs((sum * radius ** 2) / 2);
}
