import { expect, expectTypeOf, test } from 'vitest';
import { choice, number, text } from '../fields/index.ts';
import type { Answers } from './answers.ts';
import { defineForm } from './define-form.ts';
import { standardSchema } from './standard-schema.ts';
import { parseAnswers } from './parse-answers.ts';

const order = defineForm({
  id: 'order',
  version: 1,
  title: 'Order',
  action: 'Order',
  fields: {
    name: text({ label: 'First name', max: 80 }),
    cups: number({ label: 'Number of cups', whole: true }),
    size: choice({
      label: 'Size',
      options: [
        ['small', 'Small'],
        ['large', 'Large'],
      ],
      optional: true,
    }),
  },
});

test('the type of the answers follows from the fields', () => {
  expectTypeOf<Answers<typeof order>>().toEqualTypeOf<{
    readonly name: string;
    readonly cups: number;
    readonly size?: 'small' | 'large';
  }>();
});

test('answers are parsed into the order of the form, and tidied', () => {
  const parsed = parseAnswers(order, { size: 'small', cups: 2, name: '  Ada ' });
  expect(JSON.stringify(parsed)).toBe('{"ok":true,"value":{"name":"Ada","cups":2,"size":"small"}}');
});

test('an optional field may be absent or blank', () => {
  for (const size of [undefined, null, '', ' '])
    expect(parseAnswers(order, { name: 'Ada', cups: 2, size })).toEqual({
      ok: true,
      value: { name: 'Ada', cups: 2 },
    });
});

test('all issues are reported at once, in the order of the form', () => {
  expect(parseAnswers(order, { size: 'huge' })).toEqual({
    ok: false,
    problem: [
      { field: 'name', message: 'Enter “First name”' },
      { field: 'cups', message: 'Enter “Number of cups”' },
      { field: 'size', message: 'Choose “Size” from the list' },
    ],
  });
});

test('answers that the form does not ask for are refused, not dropped', () => {
  const body: unknown = JSON.parse(
    '{"name":"Ada","cups":1,"username":"eve","__proto__":{"cups":9}}',
  );
  expect(parseAnswers(order, body)).toEqual({
    ok: false,
    problem: [
      { field: 'username', message: 'Remove this: the form does not ask for it' },
      { field: '__proto__', message: 'Remove this: the form does not ask for it' },
    ],
  });
});

test('an inherited property is not an answer', () => {
  expect(parseAnswers(order, Object.create({ name: 'Ada', cups: 1 })).ok).toBe(false);
});

test.each([null, undefined, 7, 'name', [], [['name', 'Ada']]])(
  '%j is refused as answers',
  (body) => {
    expect(parseAnswers(order, body)).toMatchObject({ ok: false, problem: [{ field: '' }] });
  },
);

test('a form is a Standard Schema', () => {
  const standard = standardSchema(order)['~standard'];
  expect(standard).toMatchObject({ version: 1, vendor: 'formstead' });
  expect(standard.validate({ name: 'Ada', cups: 1 })).toEqual({ value: { name: 'Ada', cups: 1 } });
  expect(standard.validate({ name: 'Ada' })).toEqual({
    issues: [{ message: 'Enter “Number of cups”', path: ['cups'] }],
  });
});

test('a receipt cannot use the name of an entry’s own key', () => {
  defineForm({
    id: 'f',
    version: 1,
    title: '',
    action: '',
    fields: { name: text({ label: 'Name' }) },
    // @ts-expect-error -- `username` belongs to the entry
    receipt: () => ({ username: 'someone else' }),
  });
});

const fields = { name: text({ label: 'Name' }) };
const plain = { id: 'f', version: 3, title: '', action: '', fields };

test('answers to an earlier version are migrated, then parsed', () => {
  const form = defineForm({
    ...plain,
    migrate: (answers, from) => ({ name: `${(answers as { first: string }).first} ${from}` }),
  });
  expect(parseAnswers(form, { first: ' Ada' }, { version: 2 })).toEqual({
    ok: true,
    value: { name: 'Ada 2' },
  });
  expect(parseAnswers(form, { name: 'Ada' }, { version: 3 })).toEqual({
    ok: true,
    value: { name: 'Ada' },
  });
  expect(parseAnswers(form, { name: 'Ada' })).toEqual({ ok: true, value: { name: 'Ada' } });
});

test('the result of a migration is parsed like any answers', () => {
  const form = defineForm({ ...plain, migrate: (answers) => answers });
  expect(parseAnswers(form, { first: 'Ada' }, { version: 1 })).toMatchObject({
    ok: false,
    problem: [{ field: 'name', message: 'Enter “Name”' }, { field: 'first' }],
  });
});

test('without a migration the respondent is told to check their answers, with the reasons', () => {
  const form = defineForm(plain);
  expect(parseAnswers(form, { first: 'Ada' }, { version: 1 })).toMatchObject({
    ok: false,
    problem: [{ field: 'name' }, { field: 'first' }],
  });
  expect(parseAnswers(form, { name: 'Ada' }, { version: 1 })).toMatchObject({
    ok: false,
    problem: [{ field: '', message: expect.stringMatching(/^The form has changed/) }],
  });
});

test('a migration that throws gives an issue, not a crash', () => {
  const form = defineForm({
    ...plain,
    migrate: (answers) => ({ name: (answers as { a: { b: string } }).a.b }),
  });
  for (const body of [null, 7, [], {}, { a: null }])
    expect(parseAnswers(form, body, { version: 1 }).ok).toBe(false);
});

test('answers to a future version are not migrated', () => {
  const form = defineForm({ ...plain, migrate: () => ({ name: 'Ada' }) });
  expect(parseAnswers(form, {}, { version: 4 }).ok).toBe(false);
});
