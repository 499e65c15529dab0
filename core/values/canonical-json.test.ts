import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** Serialised and parsed again, because JSON has no -0. */
const json = fc.json().map((it): unknown => JSON.parse(JSON.stringify(JSON.parse(it))));

test('two values give the same text exactly when they are equal', () => {
  fc.assert(
    fc.property(
      json,
      json,
      (a, b) => (canonicalJson(a) === canonicalJson(b)) === isDeepStrictEqual(a, b),
    ),
  );
});

test('the order of keys does not change the text', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([k, v]) => [k, reversed(v)]),
          )
        : value;
  fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalJson(reversed(value))));
});

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: 1 }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [null, {}],
  ['1', 1],
  [{ toString: 1 }, {}],
])('%j and %j differ', (a, b) => {
  expect(canonicalJson(a)).not.toBe(canonicalJson(b));
});

test('keys are sorted, but lists keep their order', () => {
  expect(canonicalJson({ b: { d: 1, c: 2 }, a: [] })).toBe('{"a":[],"b":{"c":2,"d":1}}');
  expect(canonicalJson([2, 1])).toBe('[2,1]');
});

test('the text is still JSON of the value', () => {
  fc.assert(fc.property(json, (it) => isDeepStrictEqual(JSON.parse(canonicalJson(it)), it)));
});
