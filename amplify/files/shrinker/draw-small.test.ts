import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { drawSmall as DrawSmall } from './draw-small.ts';
import { pngOf, redAndBlue } from '#core/testing/sample-pictures.ts';
import { jpegOf, pixelsOf, turnedRight, webpOf } from './testing/encoded-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-shrinker-'));
let drawSmall: typeof DrawSmall;

/** It runs as it does in Lambda: in the bundle, with its codecs inside. */
beforeAll(async () => {
  const outfile = join(folder, 'index.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'draw-small.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    loader: { '.wasm': 'binary' },
  });
  ({ drawSmall } = (await import(pathToFileURL(outfile).href)) as { drawSmall: typeof DrawSmall });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The small copy of a picture, and the colours of its corners: red, green and blue. */
async function drawn(picture: Uint8Array<ArrayBuffer>) {
  const small = await drawSmall(picture);
  if (typeof small === 'string') return expect.fail(small);
  const { data, width, height } = await pixelsOf(small);
  const corner = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return ['red', 'green', 'blue'].filter((_, i) => (data[at + i] ?? 0) > 128).join();
  };
  const [right, bottom] = [width - 1, height - 1];
  const corners = [corner(0, 0), corner(right, 0), corner(0, bottom), corner(right, bottom)];
  return { width, height, corners };
}

const original = redAndBlue(640, 200);

test.each([
  ['JPEG', () => jpegOf(original)],
  ['PNG', async () => pngOf(original)],
  ['WebP', () => webpOf(original)],
])('a small copy of a %s shows what the picture shows', async (_, make) => {
  expect(await drawn(await make())).toEqual({
    width: 320,
    height: 100,
    corners: ['red', 'blue', 'red', 'blue'],
  });
});

test('it is the right way up, however the camera was held', async () => {
  expect(await drawn(turnedRight(await jpegOf(original)))).toEqual({
    width: 100,
    height: 320,
    corners: ['red', 'red', 'blue', 'blue'],
  });
});

test('a picture that is small already keeps its size', async () => {
  expect(await drawn(await jpegOf(redAndBlue(40, 20)))).toMatchObject({ width: 40, height: 20 });
});

test('a picture bomb is not decoded', async () => {
  const bomb = pngOf({ data: new Uint8ClampedArray(), width: 50_000, height: 50_000 }, Buffer.of());
  expect(await drawSmall(bomb)).toBe('too-large');
});

test('a damaged or lying picture has no small copy, and the next one has', async () => {
  const jpeg = await jpegOf(original);
  const png = pngOf(original);
  const webp = await webpOf(original);
  const more = pngOf(redAndBlue(2, 2), deflateSync(Buffer.alloc(20_000_000)));
  const undrawable: readonly Uint8Array<ArrayBuffer>[] = [
    png.slice(0, png.length / 2),
    webp.slice(0, webp.length / 2),
    jpeg.slice(0, 30),
    jpeg.map((it, at) => (at > 30 && at < 250 ? at * 31 : it)),
    pngOf(redAndBlue(2000, 2000), deflateSync(Buffer.alloc(10))),
    png.map((it, at) => (at > 60 && at < 90 ? 7 : it)),
  ];
  for (const it of undrawable) expect(['undrawable', 'no-picture']).toContain(await drawSmall(it));
  expect(await drawSmall(Uint8Array.from(Buffer.from('%PDF-1.7')))).toBe('no-picture');
  expect(await drawSmall(new Uint8Array())).toBe('no-picture');
  // What it has besides is not read.
  expect(await drawn(more)).toMatchObject({ width: 2, height: 2 });
  expect(await drawn(jpeg)).toMatchObject({ width: 320 });
});
