import { expect, test } from 'vitest';
import { isAtLeast, isRole, roles } from './role.ts';

test('an owner may do what a reviewer may, and a reviewer what a reader may', () => {
  const may = roles.map((it) => roles.filter((needed) => isAtLeast(it, needed)));
  expect(may).toEqual([['reader'], ['reader', 'reviewer'], ['reader', 'reviewer', 'owner']]);
});

test('without a role, or with one that does not exist, nobody may do anything', () => {
  for (const it of [undefined, 'admin', 'Owner', '', 'constructor', 'toString', null, 3])
    for (const needed of roles) expect(isAtLeast(it as never, needed)).toBe(false);
});

test('what is inherited by every object is no role', () => {
  for (const it of ['constructor', 'toString', '__proto__', null, undefined, ['owner']])
    expect(isRole(it)).toBe(false);
});
