import { expect, test } from 'vitest';
import type { FormFunction } from '#core/form/form-functions.ts';
import { formFunctions } from './form-function-calls.js';

/** One more in a form's definition, and this does not compile. */
const all: { readonly [Name in FormFunction]: true } = {
  migrate: true,
  derive: true,
  receipt: true,
  thanks: true,
  'confirmation.text': true,
  'notify.newEntry.when': true,
};

test('the linter knows every function that a form’s author may write', () => {
  expect(formFunctions.toSorted()).toEqual(Object.keys(all).toSorted());
});
