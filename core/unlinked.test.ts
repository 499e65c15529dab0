import { expect, test } from 'vitest';
import { unlinked } from './unlinked.ts';

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

/** A scheme with something behind it, a name with a dot in it, or two slashes: no linkifier finds one without. */
const link =
  /\p{Letter}:\S|[^\s.][.\u3002\uFF0E\uFF61][^\s\d.,;:!?)"'”]|\d\.\d+\.\d+\.\d|[/\\]{2}/u;

test.each(linkLike)('%j is words, in the middle of others too', (address) => {
  for (const text of [
    address,
    `Dear ${address}, welcome`,
    `a${address}.`,
    `${address}\n${address}`,
  ]) {
    expect(unlinked(text)).not.toMatch(link);
    expect(unlinked(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  }
});

test.each([
  'Mickey Mouse',
  'Dr. Who, 34.50 USD at 10:30, -1.5 °C ... and so on. Done!',
  'Your number is AY88LnsacACAAAEjRWeJqw.',
  '26.11.2026, version 1.2.3',
  'One / two',
])('%j stays as it is', (text) => {
  expect(unlinked(text)).toBe(text);
});

test('a text of nothing but the form’s own address stays as it is, however long', () => {
  const text = 'https://our.example/ '.repeat(20_000);
  expect(unlinked(text, ['https://our.example/'])).toBe(text);
});

test('the form’s own address stays a link, and hides no other', () => {
  const own = ['https://our.example/'];
  expect(unlinked('See https://our.example/help?id=1.', own)).toBe(
    'See https://our.example/help?id=1.',
  );
  expect(unlinked('https://our.example/a, https://evil.example/b', own)).toBe(
    'https://our.example/a, https: / /evil. example/b',
  );
  expect(unlinked('evil.examplehttps://our.example/"evil.example', own)).toBe(
    'evil. examplehttps://our.example/"evil. example',
  );
  expect(unlinked('https://our.example.evil.example/', own)).not.toMatch(link);
});
