import { expect, test } from 'vitest';
import { nameErrors } from './file-names.js';

test('a file, its test and its contract count once', () => {
  const paths = ['src/a/list.tsx', 'src/a/list.test.tsx'];
  expect(nameErrors([...paths, 'core/store.contract.ts', 'core/store.ts'])).toEqual([]);
});

test('a form may have any name, in several languages', () => {
  const paths = ['forms/header.ts', 'forms/ar/header.ts', 'forms/sent.ts', 'src/app/header.tsx'];
  expect(nameErrors(paths)).toEqual([]);
});

test('one base name for two things is an error', () => {
  expect(nameErrors(['core/request.ts', 'src/cloud/request.ts'])).toEqual([
    '“request” stands for 2 things: core/request, src/cloud/request',
  ]);
});

test('some names may be used once in each folder', () => {
  expect(nameErrors(['amplify/api/resource.ts', 'amplify/mail/resource.ts'])).toEqual([]);
});

test('a name that says nothing is an error', () => {
  expect(nameErrors(['core/helpers.ts'])).toEqual([
    '“helpers” does not say what is in the file: core/helpers',
  ]);
});

test('a kind of field is called what forms call it', () => {
  expect(nameErrors(['core/fields/line.ts'])).toEqual([]);
  expect(nameErrors(['core/form/line.ts'])).toHaveLength(1);
});
