/** A picture as it is drawn: red, green, blue and opacity of each pixel, row by row. */
export type Pixels = {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
};

/** In pixels: the longest edge of a small copy. */
export const longestEdge = 320;

/**
 * A picture whose pixels are the averages of those that they stand for. One that is small already stays as it is.
 * Transparent pixels have a colour too, which counts as little as it is seen.
 */
export function shrink(picture: Pixels): Pixels {
  const scale = Math.max(picture.width, picture.height) / longestEdge;
  if (scale <= 1) return picture;
  const width = Math.max(1, Math.round(picture.width / scale));
  const height = Math.max(1, Math.round(picture.height / scale));
  const columns = edges(picture.width, width);
  const rows = edges(picture.height, height);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const area = [columns[x], columns[x + 1], rows[y], rows[y + 1]] as Area;
      data.set(average(picture, area), (y * width + x) * 4);
    }
  return { data, width, height };
}

/** From one column up to another, and from one row up to another, without the last ones. */
type Area = readonly [left: number, right: number, top: number, bottom: number];

/** Where the parts begin if a length is divided into as many, and the end of the last. */
function edges(length: number, parts: number): readonly number[] {
  return Array.from({ length: parts + 1 }, (_, at) => Math.floor((at * length) / parts));
}

function average({ data, width }: Pixels, [left, right, top, bottom]: Area): readonly number[] {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const seen = data[at + 3] ?? 0;
      red += (data[at] ?? 0) * seen;
      green += (data[at + 1] ?? 0) * seen;
      blue += (data[at + 2] ?? 0) * seen;
      opacity += seen;
    }
  if (opacity === 0) return [0, 0, 0, 0];
  const count = (right - left) * (bottom - top);
  return [red / opacity, green / opacity, blue / opacity, opacity / count];
}
