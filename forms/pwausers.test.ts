import { expect, test } from 'vitest';
import { mailsFor } from '#core/confirmation.ts';
import type { Entry } from '#core/entry.ts';
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

test('who gave an address is written to, by name and with the number of the receipt', () => {
  const entry: Entry = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: 'pwausers',
    formVersion: 1,
    username: 'ada',
    answers: { fname: 'Mickey', lname: 'Mouse', email: 'mickey@example.com' },
    version: 1,
    createdAt: '',
    updatedAt: '',
  };
  expect(mailsFor(pwausers, entry)).toMatchObject([
    {
      to: 'mickey@example.com',
      subject: 'Thank you for joining, Mickey',
      text: expect.stringContaining('Your number is AY88LnsacACAAAEjRWeJqw.'),
    },
  ]);
  expect(mailsFor(pwausers, { ...entry, answers: { fname: 'Mickey', lname: 'Mouse' } })).toEqual(
    [],
  );
});

test('a missing name is asked for by name', () => {
  expect(pwausers.parse({ lname: 'Mouse' })).toEqual({
    ok: false,
    problem: [{ field: 'fname', message: 'Enter your first name' }],
  });
});
