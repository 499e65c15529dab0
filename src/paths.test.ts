import { expect, test } from 'vitest';
import { returnPath, signInPath } from './paths.ts';

test('signing in leads back to where the person was', () => {
  const { search } = new URL(signInPath('/pwausers/entries'), 'https://app.example');
  expect(returnPath(search)).toBe('/pwausers/entries');
});

test('signing in never leads to another site, nor round in a circle', () => {
  for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'x', ''])
    expect(returnPath(`?return=${encodeURIComponent(elsewhere)}`)).toBe('/');
  expect(returnPath('?return=/sign-in')).toBe('/');
  expect(returnPath('')).toBe('/');
});
