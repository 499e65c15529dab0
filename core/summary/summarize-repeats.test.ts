import { expect, test } from 'vitest';
import { choice, number, repeat, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { summaryOf } from './summarize.ts';

const form = defineForm({
  id: 'household',
  version: 1,
  title: '',
  action: '',
  fields: {
    people: repeat({
      label: 'People',
      optional: true,
      fields: {
        name: text({ label: 'Name' }),
        age: number({ label: 'Age' }),
        school: choice({
          label: 'School',
          options: [
            ['yes', 'Yes'],
            ['no', 'No'],
          ],
        }),
      },
      when: { school: ({ age }) => age !== undefined && age < 18 },
    }),
  },
});

const person = (i: number, age: number, school?: string) => ({
  id: `018f3c2e-7b1a-7000-8000-00000000000${i}`,
  name: 'Somebody',
  age,
  ...(school && { school }),
});
const entry = (...people: object[]) => ({
  createdAt: '2026-11-21T09:41:00.000Z',
  answers: people.length > 0 ? { people } : {},
});

test('instances are counted, and the answers inside them', () => {
  const entries = [entry(person(1, 12, 'yes'), person(2, 40)), entry(person(3, 8, 'no')), entry()];
  const { fields } = summaryOf(form, entries, true);
  expect(Object.keys(fields)).toEqual(['people', 'people/name', 'people/age', 'people/school']);
  expect(fields['people']).toMatchObject({ answered: 2, numbers: { min: 1, max: 2, mean: 1.5 } });
  expect(fields['people/age']).toMatchObject({ answered: 3, numbers: { min: 8, max: 40 } });
  expect(fields['people/school']).toEqual({
    answered: 2,
    relevant: 2,
    options: { yes: 1, no: 1 },
  });
});
