import { expect, test } from 'vitest';
import { refusalFor, type Pages } from './callers.ts';

const everyone: readonly Pages[] = ['none', 'its own', 'of this machine'];
const host = 'localhost:5194';

test.each(['localhost', 'localhost:5194', 'LOCALHOST:1', '127.0.0.1:5194', '[::1]:5194'])(
  'a program that asks %s is answered by every server',
  (name) => {
    for (const pages of everyone)
      expect(refusalFor({ headers: { host: name } }, pages)).toBe(undefined);
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
])('whoever asks for the host “%s” is answered by none', (name) => {
  for (const pages of everyone) expect(refusalFor({ headers: { host: name } }, pages)).toBeTruthy();
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
    expect(refusalFor({ headers: { host, origin } }, pages)).toBeTruthy();
});

test('another page of this machine is answered where pages of this machine are', () => {
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:4173', 'https://[::1]:1'])
    expect(everyone.map((pages) => refusalFor({ headers: { host, origin } }, pages) === undefined)) //
      .toEqual([false, false, true]);
});

test('a page is answered by its own server', () => {
  const headers = { host, origin: `http://${host}` };
  expect(refusalFor({ headers }, 'its own')).toBe(undefined);
});

test('what a page loads without saying who it is, is refused from elsewhere; a link is followed', () => {
  expect(loaded('cross-site', { 'sec-fetch-mode': 'no-cors' })).toEqual([false, false, false]);
  const followed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect(loaded('cross-site', followed)).toEqual([false, true, true]);
  const framed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  expect(loaded('cross-site', framed)).toEqual([false, false, false]);
  expect(loaded('same-site', { 'sec-fetch-mode': 'no-cors' })).toEqual([false, false, true]);
  expect(loaded('same-origin')).toEqual([false, true, true]);
  expect(loaded('none')).toEqual([true, true, true]);
});

/** Whether it is answered, where pages are let in as in `everyone`. */
function loaded(from: string, more = {}): readonly boolean[] {
  const headers = { host, 'sec-fetch-site': from, ...more };
  return everyone.map((pages) => refusalFor({ headers }, pages) === undefined);
}
