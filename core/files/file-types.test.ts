import { expect, test } from 'vitest';
import { beginsAs, isFileType, type FileType } from './file-types.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0));

/** How real files begin. */
const beginnings: { readonly [Type in FileType]: string } = {
  'image/jpeg': '\xFF\xD8\xFF\xE0\x00\x10JFIF\x00',
  'image/png': '\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR',
  'image/webp': 'RIFF\x24\x00\x00\x00WEBPVP8 ',
  'image/heic': '\x00\x00\x00\x18ftypheic',
  'application/pdf': '%PDF-1.7\n',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'PK\x03\x04',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'PK\x03\x04',
  'application/vnd.oasis.opendocument.text': 'PK\x03\x04',
  'application/vnd.oasis.opendocument.spreadsheet': 'PK\x03\x04',
  'application/zip': 'PK\x03\x04',
  'text/csv': '\xEF\xBB\xBFname,age\r\nAnn,7\r\n',
  'text/plain': 'Dear all,\n',
  'audio/mpeg': 'ID3\x04\x00',
  'audio/mp4': '\x00\x00\x00\x20ftypM4A ',
  'audio/webm': '\x1A\x45\xDF\xA3\x9F',
  'audio/ogg': 'OggS\x00\x02',
  'audio/wav': 'RIFF\x24\x00\x00\x00WAVEfmt ',
  'video/mp4': '\x00\x00\x00\x20ftypisom',
  'video/webm': '\x1A\x45\xDF\xA3\x9F',
};
const types = Object.keys(beginnings).filter(isFileType);

test.each(types)('%s is recognised by its first bytes', (type) => {
  expect(beginsAs(type, bytesOf(beginnings[type]))).toBe(true);
});

test.each(types)('%s is not a page, a drawing with a script, a program, or nothing', (type) => {
  const others = ['<!doctype html><script>', '\n<svg xmlns="', '<html>', 'MZ\x90\x00\x03\x00', ''];
  for (const other of others) expect(beginsAs(type, bytesOf(other)), other).toBe(false);
});

test('a PDF is not a JPEG, and the other way round', () => {
  expect(beginsAs('image/jpeg', bytesOf(beginnings['application/pdf']))).toBe(false);
  expect(beginsAs('application/pdf', bytesOf(beginnings['image/jpeg']))).toBe(false);
});

test.each(['image/svg+xml', 'text/html', 'toString', '', undefined, {}])(
  '%j is not a type that a form can accept',
  (type) => expect(isFileType(type)).toBe(false),
);
