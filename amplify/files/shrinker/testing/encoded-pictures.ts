import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import encodeWebp, { init as initEncoder } from '@jsquash/webp/encode.js';
import decodeWebp, { init as initDecoder } from '@jsquash/webp/decode.js';
import type { Pixels } from '../shrink.ts';

export async function jpegOf(pixels: Pixels): Promise<Uint8Array<ArrayBuffer>> {
  await initJpeg({ wasmBinary: codec('jpeg/codec/enc/mozjpeg_enc.wasm') });
  return new Uint8Array(await encodeJpeg(pixels));
}

export async function webpOf(pixels: Pixels): Promise<Uint8Array<ArrayBuffer>> {
  await initEncoder({ wasmBinary: codec('webp/codec/enc/webp_enc_simd.wasm') });
  return new Uint8Array(await encodeWebp(pixels));
}

export async function pixelsOf(webp: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  await initDecoder({ wasmBinary: codec('webp/codec/dec/webp_dec.wasm') });
  return decodeWebp(webp.buffer);
}

/** The same JPEG, as a camera notes it that was held upright: it is to be turned right. */
export function turnedRight(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const notes = Buffer.from(
    'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
    'hex',
  );
  return Uint8Array.from(Buffer.concat([jpeg.subarray(0, 2), notes, jpeg.subarray(2)]));
}

function codec(name: string): ArrayBuffer {
  const file = fileURLToPath(import.meta.resolve(`@jsquash/${name}`));
  return Uint8Array.from(readFileSync(file)).buffer;
}
