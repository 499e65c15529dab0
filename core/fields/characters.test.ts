import { expect, test } from 'vitest';
import fc from 'fast-check';
import {
  canBeTidied,
  countCodePoints,
  isPlainLine,
  isPlainText,
  isVisible,
  tidy,
} from './characters.ts';

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['a zero-width space', '\u200b'],
  ['a word joiner and a soft hyphen', '\u2060\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['blank Braille', '\u2800'],
])('%s cannot be seen', (_, text) => {
  expect(isVisible(text)).toBe(false);
});

test.each(['a', '日本', '👩‍👩‍👧', 'نعم', '0', '\u200dx'])('%s can be seen', (text) => {
  expect(isVisible(text)).toBe(true);
});

test.each([
  ['half a surrogate pair', 'a\ud800'],
  ['what was no UTF-8', 'a\ufffd'],
  ['NUL', 'a\u0000'],
  ['ESC', 'a\u001b[31m'],
  ['C1', 'a\u0085'],
  ['a right-to-left override', 'a\u202e'],
  ['a direction isolate', 'a\u2066'],
])('%s is no ordinary text', (_, text) => {
  expect(isPlainLine(text)).toBe(false);
  expect(isPlainText(text)).toBe(false);
});

test('a line break belongs in long text, not in a line', () => {
  expect(isPlainLine('a\nb')).toBe(false);
  expect(isPlainText('a\nb\tc')).toBe(true);
});

test('a letter has the marks a language gives it, and no pile of them', () => {
  expect(canBeTidied('Việt Nam, שָׁלוֹם, ก็')).toBe(true);
  expect(canBeTidied(`a${'\u0301'.repeat(30)}b${'\u0301'.repeat(30)}`)).toBe(true);
  expect(canBeTidied(`a${'\u0301\u0323'.repeat(16)}`)).toBe(false);
});

test('an emoji counts as one character', () => {
  expect(countCodePoints('🦄')).toBe(1);
});

test('the same name typed as e + accent or as é is stored once', () => {
  expect(tidy(' Zoe\u0308\r\n')).toBe('Zoë');
});

test('tidying twice is tidying once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (it) => tidy(tidy(it)) === tidy(it)));
});
