import { expect, test } from 'vitest';
import { groupsIn, may } from './policy.ts';

const caller = (claim: unknown) => ({ username: 'ada', groups: groupsIn(claim) });

test.each(['owners', 'owners,staff', 'staff,owners'])('a member by “%s” is an owner', (claim) => {
  expect(may(caller(claim), 'owner')).toBe(true);
});

test.each([
  undefined,
  '',
  'owner',
  'Owners',
  'co-owners',
  'owners2',
  'staff',
  '[owners]',
  ['owners'],
])('a member by %j is no owner', (claim) => {
  expect(may(caller(claim), 'owner')).toBe(false);
});

test('whoever is signed in may use what is for people and for authors', () => {
  expect(may(caller(undefined), 'person')).toBe(true);
  expect(may(caller(undefined), 'author')).toBe(true);
});

test('whoever has no rule is let in nowhere', () => {
  for (const who of ['reviewer', 'anyone', '', 'constructor', undefined])
    for (const claim of [undefined, 'owners']) expect(may(caller(claim), who as never)).toBe(false);
});
