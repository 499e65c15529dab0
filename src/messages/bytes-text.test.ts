import { expect, test } from 'vitest';
import { bytesText } from './bytes-text.ts';

test.each([
  [1, '1 byte'],
  [761, '761 bytes'],
  [1000, '1 kB'],
  [1_234_567, '1.23 MB'],
])('%i bytes are written as %s', (bytes, text) => {
  expect(bytesText(bytes).replaceAll('\u00a0', ' ')).toBe(text);
});
