import { expect, test } from 'vitest';
import fc from 'fast-check';
import { pictureSize } from './picture-size.ts';

const bytesOf = (text: string, length = text.length) => {
  const bytes = new Uint8Array(length);
  bytes.set(Array.from(text, (it) => it.charCodeAt(0)));
  return bytes;
};

/** `FF C0`: a frame of 8 bits, its height and its width. */
const frame = '\xFF\xC0\x00\x11\x08\x0B\xB8\x0F\xA0\x03';
const exif = `\xFF\xE1\x00\x10Exif\0\0${'x'.repeat(8)}`;

test.each([
  ['a JPEG', `\xFF\xD8${frame}`, { width: 4000, height: 3000 }],
  ['a JPEG with notes', `\xFF\xD8${exif}\xFF\xFF${frame.slice(1)}`, { width: 4000, height: 3000 }],
  [
    'a PNG of 50 000 × 50 000',
    '\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50',
    { width: 50_000, height: 50_000 },
  ],
  ['a WebP', `RIFF\0\0\0\0WEBPVP8 ${'\0'.repeat(10)}\x40\x01\xF0\x00`, { width: 320, height: 240 }],
  [
    'a WebP with more in it',
    `RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x3F\x01\0\xEF\0\0`,
    { width: 320, height: 240 },
  ],
  [
    'a HEIC with a small picture and a large one',
    `\0\0\0\x18ftypheic${'\0'.repeat(8)}ispe\0\0\0\0\0\0\0\x40\0\0\0\x40ispe\0\0\0\0\0\0\x0F\xA0\0\0\x0B\xB8`,
    { width: 4000, height: 3000 },
  ],
])('the size of %s is read from its beginning', (_, text, size) => {
  expect(pictureSize(bytesOf(text))).toEqual(size);
});

test.each([
  ['a page', '<html>'],
  ['a PDF', '%PDF-1.7'],
  ['nothing', ''],
  ['a JPEG that ends too early', '\xFF\xD8\xFF\xE1\xFF\xFFExif'],
  ['a JPEG without a picture', '\xFF\xD8\xFF\xD9'],
  ['a PNG that ends too early', '\x89PNG\r\n\x1A\n'],
])('%s has no size', (_, text) => {
  expect(pictureSize(bytesOf(text))).toBeUndefined();
});

test('whatever follows the beginning of a picture, reading its size ends without an error', () => {
  const beginnings = [
    '\xFF\xD8\xFF',
    '\x89PNG\r\n\x1A\n',
    'RIFF\0\0\0\0WEBP',
    '\0\0\0\x18ftypheic',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (text, rest) => {
      const bytes = bytesOf(text, text.length + rest.length);
      bytes.set(rest, text.length);
      const size = pictureSize(bytes);
      expect(size === undefined || size.width >= 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
