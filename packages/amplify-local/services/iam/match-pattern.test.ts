import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from './match-pattern.ts';

/** A slow and obviously correct implementation. */
function reference(pattern: string, value: string): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return value === '';
  const after = rest.join('');
  if (first === '*')
    return reference(after, value) || (value !== '' && reference(pattern, value.slice(1)));
  return value !== '' && (first === '?' || first === value[0]) && reference(after, value.slice(1));
}

const few = (alphabet: string[], maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength });

test('patterns match exactly like a simple reference implementation', () => {
  fc.assert(
    fc.property(few(['a', 'b', '*', '?'], 8), few(['a', 'b'], 10), (pattern, value) => {
      expect(matches(pattern, value)).toBe(reference(pattern, value));
    }),
    { numRuns: 3000 },
  );
});

test('a pattern derived from a value matches it', () => {
  const part = fc.tuple(fc.string(), fc.constantFrom('same', '*', '?'));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const value = parts.map(([text]) => text).join('');
      const pattern = parts
        .map(([text, as]) => (as === 'same' ? text : as === '*' ? '*' : '?'.repeat(text.length)))
        .join('');
      expect(matches(pattern, value)).toBe(true);
    }),
  );
});

test('a pattern without wildcards matches itself and nothing longer or shorter', () => {
  const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/A.b(c)+[d]$';
  expect(matches(arn, arn)).toBe(true);
  expect(matches(arn, `${arn}x`)).toBe(false);
  expect(matches(`${arn}x`, arn)).toBe(false);
});

test('a pattern with many stars is matched quickly', () => {
  expect(matches('*a'.repeat(30) + 'b', 'a'.repeat(2000))).toBe(false);
});
