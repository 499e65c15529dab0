import { expect, test } from 'vitest';
import { defuseLinks } from './defuse-links.ts';

/** What mail programs make links of: https://github.com/markdown-it/linkify-it has the longest list. */
const linkLike = [
  'https://evil.example/unlock',
  'HTTP://EVIL.EXAMPLE',
  'http://127.0.0.1/x',
  'http://2130706433/',
  'http://[::1]/',
  'http://localhost:3000/x',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'ftp://evil.example',
  'file:///etc/passwd',
  'tel:+15550100',
  'mailto:eve@evil.example',
  'javascript:alert(1)',
  '//evil.example/x',
  '\\\\evil\\share',
  'www.evil.example',
  'evil.example',
  'evil.example/unlock?now=1',
  'pay-pal.com',
  'xn--e1afmkfd.xn--p1ai',
  'пример.рф',
  '例え。テスト',
  'evil．example',
  'evil｡example',
  'eve@evil.example',
  '10.0.0.1/router',
  '(https://evil.example)',
  '"evil.example"',
  'evil.\u200cexample',
  'a.b.c.d.evil.example',
];

/** A scheme followed by something, a name with a dot, or two slashes. Every linkifier needs one of these. */
const link =
  /\p{Letter}:\S|[^\s.][.\u3002\uFF0E\uFF61][^\s\d.,;:!?)"'”]|\d\.\d+\.\d+\.\d|[/\\]{2}/u;

test.each(linkLike)('%j is not a link, even in the middle of a sentence', (address) => {
  for (const text of [
    address,
    `Dear ${address}, welcome`,
    `a${address}.`,
    `${address}\n${address}`,
  ]) {
    expect(defuseLinks(text)).not.toMatch(link);
    expect(defuseLinks(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  }
});

test.each([
  'Mickey Mouse',
  'Dr. Who, 34.50 USD at 10:30, -1.5 °C ... and so on. Done!',
  'Your number is AY88LnsacACAAAEjRWeJqw.',
  '26.11.2026, version 1.2.3',
  'One / two',
])('%j is unchanged', (text) => {
  expect(defuseLinks(text)).toBe(text);
});

test('a text that consists only of the form’s own address is unchanged, however long', () => {
  const text = 'https://our.example/ '.repeat(20_000);
  expect(defuseLinks(text, ['https://our.example/'])).toBe(text);
});

test('the form’s own address stays a link, and cannot hide another', () => {
  const own = ['https://our.example/'];
  expect(defuseLinks('See https://our.example/help?id=1.', own)).toBe(
    'See https://our.example/help?id=1.',
  );
  expect(defuseLinks('https://our.example/a, https://evil.example/b', own)).toBe(
    'https://our.example/a, https: / /evil. example/b',
  );
  expect(defuseLinks('evil.examplehttps://our.example/"evil.example', own)).toBe(
    'evil. examplehttps://our.example/"evil. example',
  );
  expect(defuseLinks('https://our.example.evil.example/', own)).not.toMatch(link);
});
