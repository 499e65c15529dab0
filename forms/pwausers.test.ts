import { expect, test } from 'vitest';
import { composeConfirmation } from '../amplify/mail/compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { pwausers } from './pwausers.ts';

test('the tutorial’s two-field body is accepted', () => {
  const body = { fname: 'Mickey', lname: 'Mouse' };
  expect(parseAnswers(pwausers, body)).toEqual({ ok: true, value: body });
});

test('the receipt has the tutorial’s four keys, in its order', { tags: 'pwausers-receipt' }, () => {
  const receipt = pwausers.receipt?.({
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    answers: { fname: 'Mickey', lname: 'Mouse' },
  } as Parameters<NonNullable<typeof pwausers.receipt>>[0]);
  expect(JSON.stringify(receipt)).toBe(
    '{"PwaUserId":"AY88LnsacACAAAEjRWeJqw","Firstname":"Mickey","Lastname":"Mouse","Message":"Successfully added user!"}',
  );
});

test('the confirmation goes to the account’s address, with the name and the reference', () => {
  const entry: StoredEntry = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: 'pwausers',
    formVersion: 1,
    username: 'ada',
    answers: { fname: 'Mickey', lname: 'Mouse', email: 'stranger@example.com' },
    confirmTo: 'mickey@example.com',
    version: 1,
    createdAt: '',
    updatedAt: '',
  };
  expect(composeConfirmation(pwausers, entry)).toMatchObject({
    to: 'mickey@example.com',
    subject: 'Thank you for joining',
    text: expect.stringContaining('Your reference is 4D2P-F2DB.'),
  });
});
