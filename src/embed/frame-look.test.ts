import { expect, test } from 'vitest';
import { frameLook } from './frame-look.ts';

const backgrounds = { light: ['#faf8f3', '#fffefb'], dark: ['#121614', '#191f1b'] };
const look = (query: string) =>
  frameLook(query, (theme) => (theme ? backgrounds[theme] : Object.values(backgrounds).flat()));

test('a frame looks as the page around it asks', () => {
  expect(look('?look-theme=light&look-accent=1D5C45&look-size=18')).toEqual({
    theme: 'light',
    accent: '#1d5c45',
    fontSize: 18,
  });
  expect(look('?look-theme=dark&look-accent=8ad2ae')).toEqual({ theme: 'dark', accent: '#8ad2ae' });
});

test('an accent that cannot be read is left out: in both themes, if the frame follows the device', () => {
  expect(look('?look-theme=light&look-accent=8ad2ae')).toEqual({ theme: 'light' });
  expect(look('?look-accent=1d5c45')).toEqual({});
});

test.each([
  '',
  '?look-theme=purple',
  '?look-accent=red',
  '?look-accent=1d5c4;background:url(x)',
  '?look-size=13',
  '?look-size=25',
  '?look-size=1e1',
  '?look-size=99999',
])('%s changes nothing', (query) => {
  expect(look(query)).toEqual({});
});
