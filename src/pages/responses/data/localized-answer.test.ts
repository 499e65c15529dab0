import { expect, test } from 'vitest';
import {
  address,
  choice,
  currency,
  date,
  dateTime,
  longText,
  matrix,
  month,
  number,
  text,
  year,
} from '#core/fields/index.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { formatDay, formatDateTime } from '../../../messages/date-format.ts';
import { cellText, localizedAnswer } from './localized-answer.ts';

test('answers use the form’s labels, and numbers and days are in the reader’s locale', () => {
  expect(localizedAnswer(choice({ label: 'Size', options: [['l', 'Large']] }), 'l')).toBe('Large');
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

test('amounts, years and moments are written as the reader’s language does', () => {
  expect(localizedAnswer(currency({ label: 'Rent', currency: 'EUR' }), 1234.5)).toBe('€1,234.50');
  expect(localizedAnswer(year({ label: 'Built' }), 2026)).toBe('2026');
  expect(localizedAnswer(month({ label: 'Moved' }), '2026-03')).toBe('March 2026');
  expect(localizedAnswer(dateTime({ label: 'Seen' }), '2026-03-31T14:30:00+02:00')).toBe(
    'Mar 31, 2026, 2:30 PM (UTC+02:00)',
  );
  expect(localizedAnswer(address({ label: 'Home' }), { line1: '1 Mill Lane', town: 'Bath' })).toBe(
    '1 Mill Lane, Bath',
  );
});

test('an answer with several parts is one line in a cell, a text stays as it is', () => {
  const opinion = matrix({
    label: 'Opinion',
    rows: [
      ['guide', 'The guide'],
      ['food', 'The food'],
    ],
    columns: [['good', 'Good']],
  });
  const answer = { guide: 'good', food: 'good' };
  expect(localizedAnswer(opinion, answer)).toBe('The guide: Good\nThe food: Good');
  expect(cellText(opinion, answer)).toBe('The guide: Good · The food: Good');
  expect(cellText(longText({ label: 'Story' }), 'One\ntwo')).toBe('One\ntwo');
});
