import { expect, test } from 'vitest';
import { parseShieldText, toShieldText } from './shield-header.ts';

test('what a device says arrives as it was said', () => {
  const header = { puzzle: { day: '2026-03-31', number: '12345' }, seconds: 40 };
  expect(toShieldText(header)).toBe('puzzle=2026-03-31.12345, seconds=40');
  expect(parseShieldText(toShieldText(header))).toEqual(header);
  const filled = { ...header, isHoneypotFilled: true as const };
  expect(toShieldText(filled)).toBe('puzzle=2026-03-31.12345, seconds=40, honeypot=filled');
  expect(parseShieldText(toShieldText(filled))).toEqual(filled);
  expect(parseShieldText(toShieldText({}))).toEqual({});
});

test.each([
  undefined,
  '',
  'puzzle',
  'puzzle=',
  'puzzle=2026-03-31',
  'puzzle=2026-03-31.-1',
  'puzzle=2026-03-31.1e9',
  `puzzle=2026-03-31.${'9'.repeat(13)}`,
  'my-puzzle=2026-03-31.1',
  'seconds=-1',
  'seconds=1.5',
  'honeypot',
  'honeypot=filled-in',
  'my-honeypot=filled',
])('a malformed header says nothing: %j', (text) => {
  expect(parseShieldText(text)).toEqual({});
});
