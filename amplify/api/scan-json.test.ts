import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from './scan-json.ts';

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{"a":{"b":1},"c":{"b":1, "b" :2}}', true],
  ['[{"a":1},{"a":2}]', false],
  ['{"a":"a","b":["a","a"],"c":{"a":1}}', false],
  ['{"a":"\\":\\"a","b":1}', false],
  ['{"a', false],
])('%s has a repeated key: %s', (json, hasRepeatedKey) => {
  expect(scanJson(json, 16).hasRepeatedKey).toBe(hasRepeatedKey);
});

test('JSON.stringify never repeats a key, and its depth is found', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
      : 0;
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(scanJson(json, 1000)).toEqual({
        depth: depthOf(JSON.parse(json)),
        hasRepeatedKey: false,
      });
    }),
  );
});

test('brackets in strings are not counted, and counting stops beyond the limit', () => {
  expect(scanJson('["[[[", "\\"[["]', 16).depth).toBe(1);
  expect(scanJson('['.repeat(60_000), 16).depth).toBe(17);
});
