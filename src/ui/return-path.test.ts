import { expect, test } from 'vitest';
import { signInPath } from '../page-paths.ts';
import { returnPath } from './return-path.ts';

const after = (wanted: string) => returnPath(`?return=${encodeURIComponent(wanted)}`);

test('signing in leads back to where the person was', () => {
  for (const path of ['/entries?form=pwausers', '/', '/responses/pwausers?username=a&id=b', '/a#b'])
    expect(returnPath(new URL(signInPath(path), 'https://app.example').search)).toBe(path);
  expect(after('/ride/../items')).toBe('/items');
});

test('signing in never leads round in a circle', () => {
  for (const path of ['/sign-in', '/sign-in?return=/sign-in', '/./sign-in', '/a/../sign-in', ''])
    expect(after(path)).toBe('/');
  expect(returnPath('')).toBe('/');
});

const elsewhere = [
  'https://evil.example',
  'HTTPS:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n//evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/./\t/evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  '//[',
  '//evil.example:99999/',
  '//@evil.example',
  '//localhost\\@evil.example',
  '\u0000//evil.example',
  '/\u{FF0F}evil.example',
  '/\u{2044}evil.example',
  '/\u{3002}/evil.example',
];

test.each(elsewhere)(
  '%j, wherever it points, leads to no other site, and throws nothing',
  (wanted) => {
    const path = after(wanted);
    expect(path.startsWith('//')).toBe(false);
    const { origin } = window.location;
    expect(new URL(path, origin).origin).toBe(origin);
    // The address as the browser resolves it, which is what the address bar shows.
    expect(new URL(path, origin).href).toBe(origin + path);
    window.history.replaceState(null, '', path);
    expect(window.location.origin).toBe(origin);
  },
);
