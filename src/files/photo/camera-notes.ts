/**
 * What a camera notes in a JPEG, such as where and when it was taken: its first EXIF segment, as it would be in a
 * picture that is drawn the right way up. Undefined if there is none.
 */
export function cameraNotes(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 10 < jpeg.length && view.getUint8(at) === 0xff;) {
    const kind = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    // From here on there are no notes, but the picture.
    if (kind === 0xda || end > jpeg.length) return undefined;
    if (kind === 0xe1 && view.getUint32(at + 4) === exif) return upright(jpeg.slice(at, end));
    at = end;
  }
  return undefined;
}

/** The same JPEG with these notes. */
export async function withNotes(jpeg: Blob, notes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Blob([jpeg.slice(0, 2), notes, jpeg.slice(2)], { type: jpeg.type });
}

/** `Exif` */
const exif = 0x45786966;
/** Of the segment: its kind, its length, `Exif` and two zeros. */
const tiffAt = 10;
const orientation = 0x0112;

/** Sets the orientation to that of a picture which is not turned: it was turned when it was drawn. */
function upright(segment: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(segment.buffer, tiffAt);
  if (view.byteLength < 8) return segment;
  const isLittle = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > view.byteLength) return segment;
  const count = view.getUint16(first, isLittle);
  for (let i = 0; i < count && first + 14 + i * 12 <= view.byteLength; i += 1) {
    const entry = first + 2 + i * 12;
    if (view.getUint16(entry, isLittle) === orientation) view.setUint16(entry + 8, 1, isLittle);
  }
  return segment;
}
