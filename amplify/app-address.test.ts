import { expect, test } from 'vitest';
import { appAddress } from './app-address.ts';

test('links lead to the domain that was chosen, or else to the one of the branch', () => {
  const hosting = { AWS_BRANCH: 'feature/Visit', AWS_APP_ID: 'd123' };
  expect(appAddress({ ...hosting, APP_ADDRESS: 'https://forms.example.org' })).toBe(
    'https://forms.example.org',
  );
  expect(appAddress(hosting)).toBe('https://feature-visit.d123.amplifyapp.com');
  expect(appAddress({})).toBe('http://localhost:5173');
});

test.each([
  'forms.example.org',
  'http://forms.example.org',
  'https://example.org/forms',
  'https://a b',
])('what is no address of an app is refused: %s', (address) => {
  expect(() => appAddress({ APP_ADDRESS: address })).toThrow('APP_ADDRESS');
});
