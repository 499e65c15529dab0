import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from './same-json.ts';

const json = fc.json().map((it): unknown => JSON.parse(it));

test('a value is the same as its copy, whatever the order of its keys', () => {
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
  fc.assert(fc.property(json, (value) => sameJson(value, reversed(value))));
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
  expect(sameJson(a, b)).toBe(false);
  expect(sameJson(b, a)).toBe(false);
});
