import { expect, test } from 'vitest';
import { email, text } from '../fields/index.ts';
import { issueOfConfirmTo } from './check-confirm-to.ts';

const fields = { name: text({ label: 'Name' }), mail: email({ label: 'Email' }) };

test('a form for anyone can send its confirmation to the answer of an email field', () => {
  expect(issueOfConfirmTo({ access: 'anyone', confirmTo: 'mail', fields })).toBe(false);
  expect(issueOfConfirmTo({ access: 'signed-in', fields })).toBe(false);
});

test.each(['name', 'other', 'constructor', ''])('and of no other field: %s', (confirmTo) => {
  expect(issueOfConfirmTo({ access: 'anyone', confirmTo, fields })).toContain('not an email field');
});

test.each(['signed-in', 'invited', undefined] as const)('and no other form can: %s', (access) => {
  const form = { confirmTo: 'mail', fields, ...(access && { access }) };
  expect(issueOfConfirmTo(form)).toContain("needs access: 'anyone'");
});
