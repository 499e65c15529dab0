import { expect, test } from 'vitest';
import { number, repeat, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { catchUp, decided } from './catch-up.ts';

const form = defineForm({
  id: 'household',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: {
    people: repeat({
      label: 'People',
      fields: {
        name: text({ label: 'Name' }),
        age: number({ label: 'Age', optional: true }),
      },
      item: ({ name }) => name,
    }),
  },
});

const [ann, bob] = [1, 2].map((it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`) as [
  string,
  string,
];
const person = (id: string, name: string, age: string) => ({ id, values: { name, age } });
const base = {
  version: 1,
  formVersion: 1,
  answers: {
    people: [
      { id: ann, name: 'Ann', age: 12 },
      { id: bob, name: 'Bob', age: 40 },
    ],
  },
};
const draft = (...people: ReturnType<typeof person>[]) => ({
  id: 'draft',
  controlValues: { people },
  base,
});
const now = (people: readonly object[]) => ({
  ...base,
  id: 'entry',
  version: 2,
  answers: { people },
});

test('what was typed in one instance and changed elsewhere in another are merged, half typed or not', () => {
  const typed = draft(person(ann, 'Ann', '1x'), person(bob, 'Bob', '40'));
  const elsewhere = now([
    { id: ann, name: 'Anna', age: 12 },
    { id: bob, name: 'Bob', age: 41 },
  ]);
  const caughtUp = catchUp(form, typed, elsewhere);
  expect(caughtUp.conflicts).toEqual([]);
  expect(caughtUp.draft.controlValues).toEqual({
    people: [person(ann, 'Anna', '1x'), person(bob, 'Bob', '41')],
  });
});

test('the same answer of the same instance is a conflict, which its author decides', () => {
  const typed = draft(person(ann, 'Ann', '13'), person(bob, 'Bob', '40'));
  const elsewhere = now([
    { id: ann, name: 'Ann', age: 14 },
    { id: bob, name: 'Bob', age: 41 },
  ]);
  const caughtUp = catchUp(form, typed, elsewhere);
  const path = `people/${ann}/age`;
  expect(caughtUp.conflicts).toEqual([path]);
  const choose = (side: 'mine' | 'theirs') => decided(caughtUp, { [path]: side }).controlValues;
  expect(choose('mine')).toEqual({ people: [person(ann, 'Ann', '13'), person(bob, 'Bob', '41')] });
  expect(choose('theirs')).toEqual({
    people: [person(ann, 'Ann', '14'), person(bob, 'Bob', '41')],
  });
});

test('a control that was cleared inside an instance is like one that nobody touched', () => {
  const typed = draft(
    { id: ann, values: { name: 'Ann', age: '' } },
    { id: bob, values: { name: 'Bob', age: '40' } },
  );
  const caughtUp = catchUp(
    form,
    typed,
    now([
      { id: ann, name: 'Ann' },
      { id: bob, name: 'Bob', age: 40 },
    ]),
  );
  expect(caughtUp.conflicts).toEqual([]);
});
