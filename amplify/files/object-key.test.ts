import { expect, test } from 'vitest';
import fc from 'fast-check';
import { fileKeyOf, objectKey, smallObjectKey } from './object-key.ts';

const uuid = fc.uuid();

test('the key of an object says which file it has, whatever the username', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), uuid, uuid, (username, id, file) => {
      const key = { form: 'products', username, id, file };
      expect(fileKeyOf(objectKey(key))).toEqual(key);
      expect(fileKeyOf(smallObjectKey(key))).toBeUndefined();
    }),
  );
});

test.each(['', 'a/b/c/d', 'products/ada', 'products/ada/1/2/3'])('%j is no file', (key) => {
  expect(fileKeyOf(key)).toBeUndefined();
});
