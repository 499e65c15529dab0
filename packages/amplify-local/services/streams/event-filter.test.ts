import { expect, test } from 'vitest';
import { eventFilter } from './event-filter.ts';

const insertOf = (sk: string) => ({
  eventName: 'INSERT',
  dynamodb: { NewImage: { sk: { S: sk }, n: { N: '7' } }, SizeBytes: 90 },
});

const newEntries = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { sk: { S: [{ prefix: 'entry#' }] } } },
};

test('every part of a pattern must match', () => {
  const isWanted = eventFilter(JSON.stringify(newEntries));
  expect(isWanted(insertOf('entry#pwausers#1'))).toBe(true);
  expect(isWanted(insertOf('mail#pwausers#1'))).toBe(false);
  expect(isWanted({ ...insertOf('entry#pwausers#1'), eventName: 'MODIFY' })).toBe(false);
  expect(isWanted({ eventName: 'INSERT', dynamodb: {} })).toBe(false);
  expect(isWanted({ eventName: 'INSERT', dynamodb: { NewImage: { sk: { N: '1' } } } })).toBe(false);
});

test.each([
  [['a', 'b'], 'b', true],
  [['a', 'b'], 'c', false],
  [['a'], ['c', 'a'], true],
  [[null], null, true],
  [[null], undefined, false],
  [[''], '', true],
  [[7], 7, true],
  [[7], '7', false],
  [[true], true, true],
  [[{ exists: true }], 'a', true],
  [[{ exists: true }], undefined, false],
  [[{ exists: false }], undefined, true],
  [[{ exists: false }], 'a', false],
  [[{ prefix: 'a' }], 'ab', true],
  [[{ prefix: 'a' }], 'ba', false],
  [[{ suffix: 'a' }], 'ba', true],
  [[{ 'equals-ignore-case': 'A' }], 'a', true],
  [[{ 'anything-but': ['a', 'b'] }], 'c', true],
  [[{ 'anything-but': 'a' }], 'a', false],
  [[{ 'anything-but': 'a' }], undefined, false],
  [[{ numeric: ['>', 1, '<=', 5] }], 5, true],
  [[{ numeric: ['>', 1, '<=', 5] }], 1, false],
  [[{ numeric: ['=', 1] }], '1', false],
  [[{ prefix: 'a' }, 'z'], 'z', true],
])('%j of %j: %j', (wanted, value, fits) => {
  expect(eventFilter(JSON.stringify({ key: wanted }))({ key: value })).toBe(fits);
});

test('one of several alternatives must match', () => {
  const isWanted = eventFilter('{"$or":[{"a":["x"]},{"b":["y"]}],"c":["z"]}');
  expect(isWanted({ a: 'x', c: 'z' })).toBe(true);
  expect(isWanted({ b: 'y', c: 'z' })).toBe(true);
  expect(isWanted({ a: 'y', c: 'z' })).toBe(false);
  expect(isWanted({ a: 'x' })).toBe(false);
});

test('inherited properties are not matched', () => {
  expect(eventFilter('{"toString":[{"exists":true}]}')({})).toBe(false);
});

test.each([
  '{"key":[{"wildcard":"a*"}]}',
  '{"key":[{"prefix":"a","suffix":"b"}]}',
  '{"key":[{"anything-but":{"prefix":"a"}}]}',
  '{"key":[{"numeric":["~",1]}]}',
  '{"key":"INSERT"}',
  '["key"]',
])('an unsupported pattern is refused: %s', (pattern) => {
  expect(() => eventFilter(pattern)).toThrow(/event filter/);
});
