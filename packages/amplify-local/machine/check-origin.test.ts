import { expect, test } from 'vitest';
import { denialFor, type AllowedPages } from './check-origin.ts';

const everyone: readonly AllowedPages[] = ['none', 'its own', 'of this machine', 'presigned'];
const host = 'localhost:5194';

test.each(['localhost', 'localhost:5194', 'LOCALHOST:1', '127.0.0.1:5194', '[::1]:5194'])(
  'every server answers a program that uses the host %s',
  (name) => {
    for (const pages of everyone)
      expect(denialFor({ headers: { host: name } }, pages)).toBe(undefined);
  },
);

test.each([
  '',
  'rebind.example',
  'rebind.example:5194',
  'localhost.rebind.example',
  'localhost:5194.rebind.example',
  'localhost@rebind.example',
  'rebind.example#localhost',
  '127.0.0.1.nip.example',
  'notlocalhost',
  '0.0.0.0:5194',
  '[::1].rebind.example',
])('no server answers requests for the host “%s”', (name) => {
  for (const pages of everyone) expect(denialFor({ headers: { host: name } }, pages)).toBeTruthy();
});

test.each([
  'https://evil.example',
  'http://evil.example:5194',
  'http://localhost.evil.example',
  'http://localhost:5194.evil.example',
  'http://localhost@evil.example',
  'https://http://localhost',
  'file://localhost',
  'chrome-extension://localhost',
  'null',
  '',
])('a page of “%s” is answered by none', (origin) => {
  for (const pages of everyone)
    expect(denialFor({ headers: { host, origin } }, pages)).toBeTruthy();
});

test('a page from another local port is answered only by servers for all local pages', () => {
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:4173', 'https://[::1]:1'])
    expect(everyone.map((pages) => denialFor({ headers: { host, origin } }, pages) === undefined)) //
      .toEqual([false, false, true, true]);
});

test('a page is answered by the server it came from', () => {
  const headers = { host, origin: `http://${host}` };
  expect(denialFor({ headers }, 'its own')).toBe(undefined);
});

test('subresources without an Origin are refused to other sites; links from there work', () => {
  expect(loaded('cross-site', { 'sec-fetch-mode': 'no-cors' })).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const followed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect(loaded('cross-site', followed)).toEqual([false, true, true, true]);
  const framed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  expect(loaded('cross-site', framed)).toEqual([false, false, false, false]);
  expect(loaded('same-site', { 'sec-fetch-mode': 'no-cors' })).toEqual([false, false, true, true]);
  expect(loaded('same-origin')).toEqual([false, true, true, true]);
  expect(loaded('none')).toEqual([true, true, true, true]);
});

test('any page may use a presigned URL where these are verified, but not through another host', () => {
  const url = '/pictures/a?X-Amz-Signature=0';
  for (const from of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const request = { url, headers: { host, ...from } };
    expect(everyone.map((pages) => denialFor(request, pages) === undefined)) //
      .toEqual([false, false, false, true]);
  }
  expect(denialFor({ url, headers: { host: 'rebind.example' } }, 'presigned')).toBeTruthy();
});

/** Whether a request is answered by a server that allows `everyone`. */
function loaded(from: string, more = {}): readonly boolean[] {
  const headers = { host, 'sec-fetch-site': from, ...more };
  return everyone.map((pages) => denialFor({ headers }, pages) === undefined);
}
