import { expect, test } from 'vitest';
import { choice, date, number, text } from '#core/fields/index.ts';
import { numberInWords } from '../words/formats.ts';
import { dayInWords, momentInWords } from '../words/moments.ts';
import { inWords } from './in-words.ts';

test('answers are told in the form’s words, numbers and days as is the custom', () => {
  expect(inWords(choice({ label: 'Size', options: { l: 'Large' } }), 'l')).toBe('Large');
  expect(inWords(number({ label: 'Cups', unit: 'ml' }), 1234.5)).toBe('1,234.5 ml');
  expect(inWords(number({ label: 'Cups' }), 0.1234567)).toBe('0.1234567');
  expect(inWords(date({ label: 'Born' }), '2000-01-31')).toBe('Jan 31, 2000');
  expect(inWords(text({ label: 'Name' }), undefined)).toBe('');
});

test('what is no day, no moment or no answer of today is told as it is', () => {
  expect(dayInWords('soon')).toBe('soon');
  expect(momentInWords('soon')).toBe('soon');
  expect(inWords(text({ label: 'Name' }), { given: 'Ada' })).toBe('{"given":"Ada"}');
  expect(numberInWords(-5)).toBe('-5');
});
