import { expect, test } from 'vitest';
import { choice, date, number, text } from '#core/fields/index.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { formatDay, formatDateTime } from '../../../messages/date-format.ts';
import { localizedAnswer } from './localized-answer.ts';

test('answers use the form’s labels, and numbers and days are in the reader’s locale', () => {
  expect(localizedAnswer(choice({ label: 'Size', options: { l: 'Large' } }), 'l')).toBe('Large');
  expect(localizedAnswer(number({ label: 'Cups', unit: 'ml' }), 1234.5)).toBe('1,234.5 ml');
  expect(localizedAnswer(number({ label: 'Cups' }), 0.1234567)).toBe('0.1234567');
  expect(localizedAnswer(date({ label: 'Born' }), '2000-01-31')).toBe('Jan 31, 2000');
  expect(localizedAnswer(text({ label: 'Name' }), undefined)).toBe('');
});

test('a value that is not a day, a date or an answer of today’s form is shown as it is', () => {
  expect(formatDay('soon')).toBe('soon');
  expect(formatDateTime('soon')).toBe('soon');
  expect(localizedAnswer(text({ label: 'Name' }), { given: 'Ada' })).toBe('{"given":"Ada"}');
  expect(formatNumber(-5)).toBe('-5');
});
