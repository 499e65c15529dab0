import { expect, test } from 'vitest';
import { choice, repeat, text } from '../fields/index.ts';
import type { Fields } from '../form/answers.ts';
import { toCurrentAnswersWithDefaults } from '../form/current-answers.ts';
import { defineForm, type Form } from '../form/define-form.ts';
import { formAcceptingStored, parseRevisedAnswers } from './accept-stored-answers.ts';

const formOf = (fields: Fields): Form =>
  defineForm({
    id: 'household',
    version: 1,
    title: '',
    action: '',
    fields: { people: repeat({ label: 'People', fields }) },
  });
const name = text({ label: 'Name' });
const school = (...values: string[]) =>
  choice({ label: 'School', options: values.map((it) => [it, it.toUpperCase()] as const) });

/** Once there was a question about shoes, and an option "maybe". */
const today = formOf({ name, school: school('yes', 'no') });
const [ann, bob] = [1, 2].map((it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`) as [
  string,
  string,
];
const stored = {
  people: [
    { id: ann, name: 'Ann', school: 'maybe', shoes: 36 },
    { id: bob, name: 'Bob', school: 'no', shoes: 43 },
  ],
};
const revised = (people: readonly object[]) =>
  parseRevisedAnswers(today, stored, { body: { people }, formVersion: 1, begunOn: '' });

test('inside an instance, an option that was removed is accepted as it was, and an answer that is no longer asked stays', () => {
  const people = [
    { id: bob, name: 'Bobby', school: 'no' },
    { id: ann, name: 'Ann', school: 'maybe' },
  ];
  expect(revised(people)).toEqual({
    ok: true,
    value: {
      people: [
        { id: bob, name: 'Bobby', school: 'no', shoes: 43 },
        { id: ann, name: 'Ann', school: 'maybe', shoes: 36 },
      ],
    },
  });
});

test('what is no longer asked may be repeated as it is stored, and not changed', () => {
  expect(revised(stored.people).ok).toBe(true);
  expect(revised([{ id: ann, name: 'Ann', school: 'yes', shoes: 37 }])).toMatchObject({
    problem: [{ field: `people/${ann}/shoes` }],
  });
  expect(revised([{ id: ann, name: 'Ann', school: 'perhaps' }])).toMatchObject({
    problem: [{ field: `people/${ann}/school` }],
  });
});

test('a removed option has a label on the page, and is part of what is edited', () => {
  const form = formAcceptingStored(today, stored, (it) => `${it} (removed)`);
  const { control } = form.fields['people']?.instances?.fields['school'] ?? expect.fail();
  expect(control).toMatchObject({
    options: [
      ['yes', 'YES'],
      ['no', 'NO'],
      ['maybe', 'maybe (removed)'],
    ],
  });
  expect(toCurrentAnswersWithDefaults(today, { answers: stored, formVersion: 1 })).toEqual(stored);
});
