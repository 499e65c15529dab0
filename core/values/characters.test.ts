import { expect, test } from 'vitest';
import {
  countBytes,
  countCharacters,
  hasFewMarks,
  isDamaged,
  isVisible,
  westernDigits,
} from './characters.ts';

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['a zero-width space', '\u200b'],
  ['a word joiner and a soft hyphen', '\u2060\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['blank Braille', '\u2800'],
])('%s is not visible', (_, text) => {
  expect(isVisible(text)).toBe(false);
});

test.each(['a', '日本', '👩‍👩‍👧', 'نعم', '0', '\u200dx'])('%s is visible', (text) => {
  expect(isVisible(text)).toBe(true);
});

test.each([
  ['half a surrogate pair', 'a\ud800'],
  ['a replacement character', 'a\ufffd'],
  ['a noncharacter', 'a\ufffe'],
])('%s is damaged', (_, text) => {
  expect(isDamaged(text)).toBe(true);
});

test('letters may have as many marks as languages use, but not piles of them', () => {
  expect(hasFewMarks('Việt Nam, שָׁלוֹם, ก็')).toBe(true);
  expect(hasFewMarks(`a${'\u0301'.repeat(30)}b${'\u0301'.repeat(30)}`)).toBe(true);
  expect(hasFewMarks(`a${'\u0301\u0323'.repeat(16)}`)).toBe(false);
});

test.each([
  ['🦄', 1, 4],
  ['👩‍👩‍👧‍👦', 1, 25],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪', 2, 36],
  ['e\u0301', 1, 3],
  ['नमस्ते', 4, 18],
  ['한국', 2, 6],
  ['\r\n', 1, 2],
  ['plain', 5, 5],
])('“%s” has %i characters to a person, and %i bytes', (text, characters, bytes) => {
  // Older engines count one syllable of Hindi differently.
  expect(Math.abs(countCharacters(text) - characters)).toBeLessThanOrEqual(text === 'नमस्ते' ? 1 : 0);
  expect(countBytes(text)).toBe(bytes);
  expect(countBytes(text)).toBe(Buffer.byteLength(text));
});

test('the digits of every script in Unicode are converted', () => {
  const digits = Array.from({ length: 0x20000 }, (_, i) => String.fromCodePoint(i)).filter((it) =>
    /\p{Decimal_Number}/u.test(it),
  );
  expect(digits.length).toBeGreaterThan(600);
  const read = digits.map(westernDigits).join('');
  expect(read.replaceAll('0123456789', '')).toBe('');
});
