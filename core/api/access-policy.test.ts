import { expect, test } from 'vitest';
import { roles, type Role } from '../roles/role.ts';
import { deviceAuthor, groupsIn, invitedCaller, may } from './access-policy.ts';

const signedIn = { id: 'visit' };

const caller = (claim: unknown) => ({ username: 'ada', groups: groupsIn(claim) });

test.each(['owners', 'owners,staff', 'staff,owners'])('the claim “%s” makes an owner', (claim) => {
  expect(may(caller(claim), 'owner', signedIn)).toBe(true);
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
  expect(may(caller(claim), 'owner', signedIn)).toBe(false);
});

test('anyone signed in may use the routes for people and for authors', () => {
  expect(may(caller(undefined), 'person', signedIn)).toBe(true);
  expect(may(caller(undefined), 'author', signedIn)).toBe(true);
});

test('a route for an unknown audience is open to nobody', () => {
  for (const who of ['admin', 'anyone', '', 'constructor', undefined])
    for (const claim of [undefined, 'owners'])
      expect(may(caller(claim), who as never, signedIn)).toBe(false);
});

const allowed = (claim: unknown, member?: { readonly role: Role }) =>
  roles.filter((needed) => may(caller(claim), needed, signedIn, member));

test('a role in the form allows what needs that role or less, and the group of owners all', () => {
  expect(allowed(undefined)).toEqual([]);
  expect(allowed('owners')).toEqual(roles);
  expect(roles.map((role) => allowed('staff', { role }))).toEqual([
    ['reader'],
    ['reader', 'reviewer'],
    ['reader', 'reviewer', 'owner'],
  ]);
  expect(allowed(undefined, { role: 'admin' as Role })).toEqual([]);
});

const callers = {
  person: caller(undefined),
  device: deviceAuthor('abc'),
  invited: invitedCaller({ form: 'visit', id: 'a'.repeat(16), expires: 0, values: {} }),
  'invited to another form': invitedCaller({
    form: 'other',
    id: 'a'.repeat(16),
    expires: 0,
    values: {},
  }),
};

test.each([
  [undefined, ['person']],
  ['signed-in', ['person']],
  ['anyone', ['person', 'device']],
  ['invited', ['invited']],
  ['of a later version', []],
] as const)('a form with access %s is filled in by %j and nobody else', (access, expected) => {
  const form = { id: 'visit', ...(access && { access: access as 'anyone' }) };
  const allowed = Object.entries(callers).filter(([, it]) => may(it, 'respondent', form));
  expect(allowed.map(([name]) => name)).toEqual(expected);
});

test('who may not fill in a form reads nothing of it without an account', () => {
  const form = { id: 'visit', access: 'invited' } as const;
  for (const who of ['person', 'author'] as const) {
    expect(may(callers.person, who, form)).toBe(true);
    expect(may(callers.device, who, form)).toBe(false);
    expect(may(callers['invited to another form'], who, form)).toBe(false);
  }
});
