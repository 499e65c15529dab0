import { expect, test } from 'vitest';
import { isOwnRow } from './rows-of-member.ts';

const north = { question: 'region', values: ['north', 'north-east'] };

test.each([
  ['one of the values', 'north', true],
  ['another value', 'south', false],
  ['a value that begins alike', 'north-west', false],
  ['nothing', undefined, false],
  ['several, one of them among the values', ['south', 'north-east'], true],
  ['several others', ['south', 'east'], false],
  ['an option with a text of its own', { north: 'on the hill' }, true],
  ['a value as the text of another option', { south: 'north' }, false],
])('a response that answers with %s', (_, region, expected) => {
  expect(isOwnRow(north, { answers: { region } })).toBe(expected);
});

test('what every object inherits is no answer', () => {
  const rows = { question: 'constructor', values: ['Object', 'function'] };
  expect(isOwnRow(rows, { answers: {} })).toBe(false);
});
