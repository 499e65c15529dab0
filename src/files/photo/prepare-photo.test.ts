import { expect, test } from 'vitest';
import type { DrawnPhoto } from './draw-photo.ts';
import { preparePhoto } from './prepare-photo.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0));

/** `II`, 42, and a directory with the orientation 6: turned to the right. */
const notes = 'II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 59.91, 10.75';
const segment = `\xFF\xE1\0${String.fromCharCode(8 + notes.length)}Exif\0\0${notes}`;
const frame = '\xFF\xC0\x00\x11\x08\x0B\xB8\x0F\xA0\x03';
const fromCamera = new Blob([bytesOf(`\xFF\xD8${segment}${frame}picture`)]);
const drawnAgain = new Blob([bytesOf('\xFF\xD8\xFF\xE0drawn')], { type: 'image/jpeg' });
const draw = async (): Promise<DrawnPhoto> => drawnAgain;
const options = { longestEdge: 2048, largest: 1_000_000 };

const textOf = async (blob: Blob) =>
  String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()));

test('a photo goes out without what the camera noted', async () => {
  const prepared = await preparePhoto(fromCamera, options, draw);
  expect(prepared.ok && (await textOf(prepared.value))).toBe('\xFF\xD8\xFF\xE0drawn');
});

test('with `keep` the notes stay, and say that it is the right way up', async () => {
  const prepared = await preparePhoto(fromCamera, { ...options, keep: 'place' }, draw);
  const text = prepared.ok ? await textOf(prepared.value) : '';
  expect(text).toBe(`\xFF\xD8${segment.replace('\0\x06\0', '\0\x01\0')}\xFF\xE0drawn`);
});

const pngOf = (edge: string) => new Blob([bytesOf(`\x89PNG\r\n\x1A\n\0\0\0\rIHDR${edge}${edge}`)]);

test('a picture of 50 000 × 50 000 pixels is refused before it is drawn', async () => {
  const prepared = await preparePhoto(pngOf('\0\0\xC3\x50'), options, () => {
    throw new Error('It must not be drawn.');
  });
  expect(prepared).toEqual({ ok: false, problem: 'too-many-pixels' });
});

test.each<[string, Blob, DrawnPhoto | Error, string]>([
  ['nothing in it', new Blob([]), drawnAgain, 'empty'],
  ['a PDF in it', new Blob(['%PDF-1.7']), drawnAgain, 'no-picture'],
  ['no pixels', pngOf('\0\0\0\0'), drawnAgain, 'no-picture'],
  ['100 MB and more', { size: 2e9 } as Blob, drawnAgain, 'too-large'],
  ['a picture that cannot be drawn', fromCamera, 'no-picture', 'no-picture'],
  ['a picture that is too large at any quality', fromCamera, 'too-large', 'too-large'],
  ['a picture for which there is no memory', fromCamera, new Error('No memory'), 'no-picture'],
])('a file with %s is refused', async (_, file, drawn, issue) => {
  const prepared = await preparePhoto(file, options, async () => {
    if (drawn instanceof Error) throw drawn;
    return drawn;
  });
  expect(prepared).toEqual({ ok: false, problem: issue });
});
