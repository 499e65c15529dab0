import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { sameJson } from './same-json.ts';

const json = fc.json().map((it): unknown => JSON.parse(it));

test('two values are the same text exactly when they say the same', () => {
  fc.assert(
    fc.property(json, json, (a, b) => (canonicalJson(a) === canonicalJson(b)) === sameJson(a, b)),
  );
});

test('the order of keys does not matter, that of a list does', () => {
  expect(canonicalJson({ b: { d: 1, c: 2 }, a: [] })).toBe('{"a":[],"b":{"c":2,"d":1}}');
  expect(canonicalJson([2, 1])).toBe('[2,1]');
});

test('a value is still JSON of itself', () => {
  fc.assert(fc.property(json, (it) => sameJson(JSON.parse(canonicalJson(it)), it)));
});
