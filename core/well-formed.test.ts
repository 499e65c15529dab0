import { expect, test } from 'vitest';
import { text } from './fields/index.ts';
import { defineForm } from './form.ts';
import { refuseMalformed } from './well-formed.ts';

test('a form that could not work is refused', () => {
  const fields = { name: text({ label: 'Name' }) };
  const plain = { version: 1, title: '', action: '' };
  expect(() => refuseMalformed(defineForm({ ...plain, id: 'My Form', fields }))).toThrow(
    'lower-case letters',
  );
  expect(() => refuseMalformed(defineForm({ ...plain, id: 'sign-in', fields }))).toThrow(
    'a page of the app',
  );
  expect(() => refuseMalformed(defineForm({ ...plain, id: 'api', fields }))).toThrow(
    'a page of the app',
  );
  expect(() => refuseMalformed(defineForm({ ...plain, id: 'f', version: 0, fields }))).toThrow(
    'version must be',
  );
  expect(() => refuseMalformed(defineForm({ ...plain, id: 'f', fields: {} }))).toThrow(
    'asks nothing',
  );
  expect(() =>
    refuseMalformed(defineForm({ ...plain, id: 'f', fields: { 'a b': fields.name } })),
  ).toThrow('field "a b"');
});
