import { beginsAs } from './file-types.ts';

/** In pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** How many bytes from the first one have the size of a picture, after what a camera may write before it. */
export const sizeWithin = 1024 * 1024;

/**
 * The size of a JPEG, PNG, WebP or HEIC picture, read from its first bytes: decoding one that says it has billions
 * of pixels would take all of a device's memory. Undefined if it is no such picture.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (beginsAs('image/png', bytes))
      return { width: view.getUint32(16), height: view.getUint32(20) };
    if (beginsAs('image/jpeg', bytes)) return jpegSize(view);
    if (beginsAs('image/webp', bytes)) return webpSize(view);
    return beginsAs('image/heic', bytes) ? heicSize(view) : undefined;
  } catch (error) {
    // It ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Goes from one segment to the next, up to the one that begins a frame. */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at + 1) === 0xff) at += 1;
    if (isFrame(view.getUint8(at + 1)))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

function isFrame(segment: number): boolean {
  return segment >= 0xc0 && segment <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(segment);
}

function webpSize(view: DataView): PictureSize | undefined {
  switch (String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

/** The largest of the pictures in it: there are small ones, and tiles, as well. */
function heicSize(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 0; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== ispe) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** `ispe`, the property with the size. */
const ispe = 0x69737065;
