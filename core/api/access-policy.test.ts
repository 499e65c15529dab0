import { expect, test } from 'vitest';
import { groupsIn, may } from './access-policy.ts';

const caller = (claim: unknown) => ({ username: 'ada', groups: groupsIn(claim) });

test.each(['owners', 'owners,staff', 'staff,owners'])('the claim “%s” makes an owner', (claim) => {
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
])('the claim %j makes no owner', (claim) => {
  expect(may(caller(claim), 'owner')).toBe(false);
});

test('anyone signed in may use the routes for people and for authors', () => {
  expect(may(caller(undefined), 'person')).toBe(true);
  expect(may(caller(undefined), 'author')).toBe(true);
});

test('a route for an unknown audience is open to nobody', () => {
  for (const who of ['reviewer', 'anyone', '', 'constructor', undefined])
    for (const claim of [undefined, 'owners']) expect(may(caller(claim), who as never)).toBe(false);
});
