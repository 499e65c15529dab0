import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import jpegCodec from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import pngCodec from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import webpEncoder from '@jsquash/webp/codec/enc/webp_enc_simd.wasm';
import { beginsAs } from '#core/files/file-types.ts';
import { shrink, type Pixels } from './shrink.ts';

/** In percent, as WebP counts it: about ten kilobytes. */
const quality = 75;

/** A small copy of a JPEG, PNG or WebP picture, in WebP and the right way up. Throws if it is damaged. */
export async function drawPicture(
  picture: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const small = shrink(await decode(picture));
  await initWebpEncoder(withCodec(webpEncoder));
  return new Uint8Array(await encodeWebp(small, { quality }));
}

async function decode(picture: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  if (beginsAs('image/png', picture)) {
    await initPng(pngCodec);
    return decodePng(picture.buffer);
  }
  if (beginsAs('image/webp', picture)) {
    await initWebpDecoder(withCodec(webpDecoder));
    return decodeWebp(picture.buffer);
  }
  await initJpeg(withCodec(jpegCodec));
  // As whoever took it held the camera.
  return decodeJpeg(picture.buffer, { preserveOrientation: true });
}

/** What Emscripten asks for to use a codec that is in the bundle, where it would look for a file. */
function withCodec(codec: Uint8Array<ArrayBuffer>) {
  return { wasmBinary: codec.buffer };
}
