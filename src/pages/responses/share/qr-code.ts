import { correction, generate } from 'lean-qr';

/** A QR code as an SVG path, in which each of its squares is 1 wide and high. */
export type QrCode = {
  /** The width and height, with the white edge. */
  readonly size: number;
  readonly path: string;
};

/** The white edge that the standard asks for, in squares. */
const edge = 4;

/** At the least, so that it can be printed on any page: in pixels. */
const leastPngSize = 1024;

/** The QR code of an address. It can still be read when 15 % of it is dirty. */
export function qrCodeOf(address: string): QrCode {
  const bitmap = generate(address, { minCorrectionLevel: correction.M });
  const runs: string[] = [];
  for (let y = 0; y < bitmap.size; y += 1)
    for (let x = 0; x < bitmap.size; x += 1) {
      const start = x;
      while (bitmap.get(x, y)) x += 1;
      if (x > start) runs.push(`M${start + edge} ${y + edge}h${x - start}v1h${start - x}z`);
    }
  return { size: bitmap.size + 2 * edge, path: runs.join('') };
}

/** A file of its own, black on white in every theme: cameras expect it so. */
export function qrCodeToSvg({ size, path }: QrCode): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
}

/** The same as a picture. Every square has a whole number of pixels. */
export async function qrCodeToPng({ size, path }: QrCode): Promise<Blob | undefined> {
  const scale = Math.ceil(leastPngSize / size);
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const squares = new Path2D(path);
  context.scale(scale, scale);
  context.fillStyle = 'black';
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- no array
  context.fill(squares);
  return new Promise((resolve) => {
    canvas.toBlob((it) => resolve(it ?? undefined), 'image/png');
  });
}
