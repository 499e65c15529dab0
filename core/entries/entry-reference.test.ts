import { expect, test } from 'vitest';
import { entryReference } from './entry-reference.ts';

test.each([
  ['018f3c2e-7b1a-7000-8000-0123456789ab', '4D2P-F2DB'],
  ['018f3c2e-7b1a-7000-8000-000000000000', '0000-0000'],
  ['018f3c2e-7b1a-7000-8000-ffffffffffff', 'ZZZZ-ZZZZ'],
])('the reference of %s is short, and has no letters that look like others', (id, reference) => {
  expect(entryReference(id)).toBe(reference);
});

test('entries of the same moment have different references', () => {
  const one = entryReference('018f3c2e-7b1a-7000-8000-0123456789ab');
  expect(entryReference('018f3c2e-7b1a-7000-8000-0123456789ac')).not.toBe(one);
});
