import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issuesOfLooks } from './check-looks.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((it) => `#${it.toString(16).padStart(6, '0')}`);
const issuesOf = (look: Parameters<typeof issuesOfLooks>[0][number]['look']) =>
  issuesOfLooks([{ id: 'visit', ...(look && { look }) }], (path) => path === '/looks/clinic.svg');

test('an accent that can be read in both themes is accepted', () => {
  expect(issuesOf(undefined)).toEqual([]);
  expect(issuesOf({ accent: { light: '#1d5c45', dark: '#8ad2ae' } })).toEqual([]);
  expect(issuesOf({ accent: '#7a1f5c' })).toEqual([]);
});

test('one that cannot is refused, with its contrast and a colour that can', () => {
  const [issue, ...others] = issuesOf({ accent: '#ffd54f' });
  expect(others).toEqual([]);
  expect(issue).toMatch(
    /^Form "visit": look.accent #ffd54f has a contrast of 1\.\d\d to 1 in the light theme, and text needs 4\.5\. #\w{6} would do\.$/,
  );
  expect(issuesOf({ accent: { light: '#1d5c45', dark: '#1d5c45' } })).toEqual([
    expect.stringContaining('in the dark theme'),
  ]);
});

test('the tint of any accent can be read in the dark theme, and the colour that is proposed in its own', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const issues = issuesOf({ accent });
      expect(issues.filter((it) => it.includes('dark theme'))).toEqual([]);
      const [proposed] = issues.flatMap((it) => / (#\w{6}) would do/.exec(it)?.[1] ?? []);
      if (proposed) expect(issuesOf({ accent: proposed })).toEqual([]);
    }),
  );
});

test('a picture that is not there is named', () => {
  expect(issuesOf({ name: 'Us', logo: '/looks/clinic.svg', cover: '/looks/none.jpg' })).toEqual([
    'Form "visit": there is no picture public/looks/none.jpg.',
  ]);
});
