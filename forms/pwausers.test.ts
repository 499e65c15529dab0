import { expect, test } from 'vitest';
import { pwausers } from './pwausers.ts';

test('the tutorial’s two-field body is accepted', () => {
  const body = { fname: 'Mickey', lname: 'Mouse' };
  expect(pwausers.parse(body)).toEqual({ ok: true, value: body });
});

test('the receipt has the tutorial’s four keys, in its order', () => {
  const receipt = pwausers.receipt?.({
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    answers: { fname: 'Mickey', lname: 'Mouse' },
  } as Parameters<NonNullable<typeof pwausers.receipt>>[0]);
  expect(JSON.stringify(receipt)).toBe(
    '{"PwaUserId":"AY88LnsacACAAAEjRWeJqw","Firstname":"Mickey","Lastname":"Mouse","Message":"Successfully added user!"}',
  );
});

test('a missing name is asked for by name', () => {
  expect(pwausers.parse({ lname: 'Mouse' })).toEqual({
    ok: false,
    problem: [{ field: 'fname', message: 'Enter your first name' }],
  });
});
