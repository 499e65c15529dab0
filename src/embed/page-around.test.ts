import { expect, test } from 'vitest';
import { originsAround } from './page-around.ts';

const allowedOn = ['https://www.example.org', 'https://shop.example.org'];

const inside = (origin: string) =>
  originsAround(allowedOn, { ancestorOrigins: [origin], referrer: '' });
const from = (referrer: string) => originsAround(allowedOn, { ancestorOrigins: [], referrer });

test('a frame sends its height to the page around it alone, if the form allows that site', () => {
  expect(inside('https://shop.example.org')).toEqual(['https://shop.example.org']);
  expect(inside('https://elsewhere.example')).toEqual([]);
});

test('a browser that does not say which page that is, says it as the referrer or not at all', () => {
  expect(from('https://www.example.org/')).toEqual(['https://www.example.org']);
  expect(from('https://elsewhere.example/')).toEqual([]);
  expect(from('')).toEqual(allowedOn);
});
