import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromAttributes, toAttributes, type Attributes } from './attribute-values.ts';

/** Any JSON, with numbers of every size: more than answers can contain. */
const { item } = fc.letrec<{ value: unknown; item: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('item'),
  ),
  // The SDK treats `__proto__` as the prototype.
  item: fc.dictionary(
    fc.string().filter((it) => it !== '__proto__'),
    tie('value'),
    { maxKeys: 5 },
  ),
}));

test('an item is written as the AWS SDK writes it, or rejected as it rejects it', () => {
  fc.assert(
    fc.property(item, (it) => {
      expect(orRefused(() => toAttributes(it))).toEqual(orRefused(() => marshall(it)));
    }),
    { numRuns: 1000 },
  );
});

test('an item is read as the AWS SDK reads it, and equals the original', () => {
  fc.assert(
    fc.property(item, (it) => {
      const written = orRefused(() => marshall(it));
      if (written === refused) return;
      const read = fromAttributes(written as Attributes);
      expect(read).toEqual(unmarshall(written as Parameters<typeof unmarshall>[0]));
      // DynamoDB has no minus zero.
      expect(read).toEqual(JSON.parse(JSON.stringify(it)));
    }),
    { numRuns: 1000 },
  );
});

test('values that JSON cannot express are rejected', () => {
  for (const value of [undefined, { a: undefined }, new Set(['a']), new Date(), 1n, () => 1])
    expect(() => toAttributes({ value })).toThrow(TypeError);
});

test.each([{ SS: ['a'] }, { NS: ['1'] }, { B: 'AA==' }])(
  'the attribute %j is rejected',
  (value) => {
    expect(() => fromAttributes({ value } as unknown as Attributes)).toThrow(TypeError);
  },
);

test('a number that a double would round is rejected', () => {
  expect(() => fromAttributes({ n: { N: '9007199254740993' } })).toThrow(RangeError);
});

test('an own key named like the prototype stays a key', () => {
  const item = JSON.parse('{"a":{"__proto__":{"b":1}}}') as Record<string, unknown>;
  expect(JSON.stringify(fromAttributes(toAttributes(item)))).toBe(JSON.stringify(item));
});

const refused = 'refused';

function orRefused(convert: () => unknown): unknown {
  try {
    return convert();
  } catch {
    return refused;
  }
}
