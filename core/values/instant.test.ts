import { expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

test.each([
  ['2026-05-01T09:00:00+02:00', '2026-05-01T07:00:00.000Z'],
  ['2026-05-01T09:00Z', '2026-05-01T09:00:00.000Z'],
  ['2026-05-01T23:59:59.999Z', '2026-05-01T23:59:59.999Z'],
])('%s is the instant %s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test.each([
  '',
  '2026-05-01',
  '2026-05-01T09:00:00',
  '2026-02-30T09:00:00Z',
  '2026-05-01T25:00:00Z',
  '2026-05-01T09:00:00 02:00',
])('%j is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});
