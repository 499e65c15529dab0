import { expect, test } from 'vitest';
import { issuesOfLook } from './check-look.ts';
import { accentColoursOf, type FormLook } from './form-look.ts';

const clinic = { name: 'The clinic', logo: '/looks/clinic.svg', cover: '/looks/ward-2.jpg' };

test.each<FormLook>([
  {},
  clinic,
  { accent: '#1d5c45' },
  { accent: { light: '#1d5c45', dark: '#8ad2ae' } },
])('a form may look like %j', (look) => {
  expect(issuesOfLook({ look })).toEqual([]);
});

test.each<[FormLook, string]>([
  [{ accent: 'green' }, 'look.accent has to be # and six digits'],
  [{ accent: '#1D5C45' }, 'look.accent'],
  [{ accent: '#1d5c45;}' }, 'look.accent'],
  [{ accent: { light: '#1d5c45' } as never }, 'look.accent'],
  [{ name: ' ' }, 'look.name is blank'],
  [{ logo: '/looks/clinic.svg' }, 'look.logo needs look.name'],
  [{ cover: 'https://elsewhere.example/a.png' }, 'look.cover: "https://elsewhere.example/a.png"'],
  [{ cover: '//elsewhere.example/a.png' }, 'look.cover'],
  [{ cover: '/../secret.png' }, 'look.cover'],
  [{ cover: '/a.gif' }, 'look.cover'],
])('and not like %j', (look, issue) => {
  expect(issuesOfLook({ look })).toEqual([expect.stringContaining(issue)]);
});

test('without a dark accent, the dark theme has a lighter tint', () => {
  expect(accentColoursOf({ accent: '#000000' })).toEqual({ light: '#000000', dark: '#999999' });
  expect(accentColoursOf({ accent: { light: '#111111', dark: '#eeeeee' } })?.dark).toBe('#eeeeee');
  expect(accentColoursOf(clinic)).toBeUndefined();
});
