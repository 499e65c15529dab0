import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, longestFileName } from './file-name.ts';

/** Those that a name is tidied of, and some others. */
const characters = fc.constantFrom(
  '.',
  ' ',
  '/',
  '\\',
  ':',
  '\0',
  '\n',
  '\u202E',
  '\u2066',
  '\u200F',
  '\uD83D',
  '\uDC4D',
  '👍',
  'é',
  'e\u0301',
  'ا',
  '.txt',
  '.exe',
  'A',
  'b',
  '<',
  '*',
);

/** Folders, controls, and what turns the order of characters around. */
const dangerous = /[/\\:\p{Control}\u202A-\u202E\u2066-\u2069]/u;
const loneSurrogate = /\p{Surrogate}/u;

test.each([
  ['house.jpg', 'house.jpg'],
  ['HOUSE.JPEG', 'HOUSE.JPEG'],
  ['C:\\Users\\ann\\house.jpg', 'house.jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['/etc/passwd\u0000.jpg', 'passwd.jpg'],
  ['holiday.exe', 'holiday.exe.jpg'],
  ['invoice\u202Egpj.exe', 'invoicegpj.exe.jpg'],
  ['\u2066a\u2069.jpg', 'a.jpg'],
  ['منزل.jpg', 'منزل.jpg'],
  ['con<>|?*".jpg', 'con______.jpg'],
  ['...', 'file.jpg'],
  ['.jpg', 'jpg.jpg'],
  ['', 'file.jpg'],
])('the name %j is stored as %j', (given, stored) => {
  expect(fileName(given, 'image/jpeg')).toBe(stored);
});

test('a long name keeps its extension', () => {
  const name = fileName(`${'👩‍🌾'.repeat(500)}.pdf`, 'application/pdf');
  expect(name.length).toBeLessThanOrEqual(longestFileName);
  expect(name).toMatch(/\.pdf$/);
  expect(name).not.toMatch(loneSurrogate);
});

test('every name is bounded, has an extension, and is tidy already', () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 130 }), (some) => {
      const given = some.join('');
      const name = fileName(given, 'text/plain');
      expect(name.length).toBeLessThanOrEqual(longestFileName);
      expect(name).not.toMatch(dangerous);
      expect(name.toLowerCase()).toMatch(/\.txt$/);
      expect(name).not.toMatch(loneSurrogate);
      expect(fileName(name, 'text/plain')).toBe(name);
    }),
    { numRuns: 200 },
  );
});
