import { expect, expectTypeOf, test } from 'vitest';
import type { Answers } from '../form/answers.ts';
import { defineForm } from '../form/define-form.ts';
import { choice, number, repeat, text } from './index.ts';
import { parseAnswers } from '../form/parse-answers.ts';
import { inEnglish } from '../form/issue-messages.ts';

const [ann, bob, cem] = [1, 2, 3].map((it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`) as [
  string,
  string,
  string,
];

const people = repeat({
  label: 'People',
  optional: true,
  fields: {
    name: text({ label: 'Name' }),
    age: number({ label: 'Age', whole: true, min: 0, max: 120 }),
    school: choice({
      label: 'School',
      options: [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
    }),
  },
  calculate: { isChild: ({ age }) => age !== undefined && age < 18 },
  when: { school: ({ age }) => age !== undefined && age >= 5 && age <= 17 },
  rules: [
    {
      at: 'age',
      broken: ({ name, age }) => name === 'Methuselah' && age !== undefined && age < 100,
      message: 'Enter the age of Methuselah',
    },
  ],
  item: ({ name }) => name,
});

const household = defineForm({
  id: 'household',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: { members: number({ label: 'Members', whole: true, optional: true }), people },
  calculate: { children: ({ people }) => people?.filter((it) => it.isChild).length },
});

test('the answers of an instance are typed by its fields', () => {
  type Person = NonNullable<Answers<typeof household>['people']>[number];
  expectTypeOf<Person>().toEqualTypeOf<
    { readonly id: string } & {
      readonly name: string;
      readonly age: number;
      readonly school?: 'yes' | 'no';
      readonly isChild?: boolean;
    }
  >();
});

test('each instance has its own conditions, and its calculated values are stored', () => {
  const parsed = parseAnswers(household, {
    people: [
      { id: ann, name: 'Ann', age: 12, school: 'yes' },
      { id: bob, name: 'Bob', age: 40, school: 'no' },
    ],
  });
  expect(parsed).toEqual({
    ok: true,
    value: {
      children: 1,
      people: [
        { id: ann, name: 'Ann', age: 12, school: 'yes', isChild: true },
        { id: bob, name: 'Bob', age: 40, isChild: false },
      ],
    },
  });
});

test('an issue inside an instance has its path', () => {
  const parsed = parseAnswers(household, {
    people: [
      { id: ann, name: 'Ann', age: 12 },
      { id: bob, name: 'Methuselah', age: 9, school: 'no', height: 3 },
    ],
  });
  expect(parsed.ok ? [] : parsed.problem).toEqual([
    { field: `people/${ann}/school`, message: 'Choose “School”' },
    { field: `people/${bob}/age`, message: 'Enter the age of Methuselah' },
    { field: `people/${bob}/height`, message: 'Remove this: the form does not ask for it' },
  ]);
});

const messages = (value: unknown) => {
  const parsed = parseAnswers(household, { people: value });
  return parsed.ok ? [] : parsed.problem.map((it) => it.message);
};

test.each<[string, unknown, string]>([
  ['no list', 'Ann', 'Send “People” as a list of objects'],
  ['no id', [{ name: 'Ann' }], 'Give each object in “People” an id of its own, a UUID'],
  [
    'an id that is no UUID',
    [{ id: 'ann' }],
    'Give each object in “People” an id of its own, a UUID',
  ],
  [
    'an id twice, in another case',
    [
      { id: ann, name: 'Ann', age: 1 },
      { id: ann.toUpperCase(), name: 'Ann', age: 1 },
    ],
    'Give each object in “People” an id of its own, a UUID',
  ],
  [
    '10,000 instances',
    Array.from({ length: 10_000 }, () => ({})),
    'Remove 9950 from “People”: there can be 50 at most',
  ],
])('%s: the answer is clear', (_, value, message) => {
  expect(messages(value)).toContain(message);
});

test('a required repeat needs one instance, and as many as it says', () => {
  const fields = { name: text({ label: 'Name' }) };
  expect(repeat({ label: 'People', fields }).parse([], inEnglish)).toEqual({
    ok: false,
    problem: 'Add at least 1 to “People”',
  });
  expect(
    repeat({ label: 'People', fields, min: 3 }).parse([{ id: ann, name: 'Ann' }], inEnglish),
  ).toEqual({
    ok: false,
    problem: 'Add 2 more to “People”: 3 are needed',
  });
});

const counted = defineForm({
  id: 'counted',
  version: 1,
  title: 'Counted',
  action: 'Send',
  fields: {
    members: number({ label: 'Members', whole: true, min: 0, max: 9 }),
    people: repeat({
      label: 'People',
      count: 'members',
      fields: { name: text({ label: 'Name' }) },
    }),
  },
});

test('an answer says how many instances there are: the surplus is not stored, and fewer are an issue', () => {
  const three = [ann, bob, cem].map((id) => ({ id, name: 'Somebody' }));
  expect(parseAnswers(counted, { members: 2, people: three })).toEqual({
    ok: true,
    value: { members: 2, people: three.slice(0, 2) },
  });
  expect(parseAnswers(counted, { members: 0, people: three })).toEqual({
    ok: true,
    value: { members: 0 },
  });
  expect(parseAnswers(counted, { members: 4, people: three })).toEqual({
    ok: false,
    problem: [{ field: 'people', message: 'Add 1 more to “People”: 4 are needed' }],
  });
});

test('inside an instance, its own answers come before those around it, which can be read too', () => {
  const form = defineForm({
    id: 'outer',
    version: 1,
    title: 'Outer',
    action: 'Send',
    fields: {
      name: text({ label: 'Name' }),
      country: text({ label: 'Country' }),
      trips: repeat({
        label: 'Trips',
        fields: { name: text({ label: 'Name of the trip' }), visa: text({ label: 'Visa' }) },
        when: {
          visa: ({ name, country }: { readonly name?: string; readonly country?: string }) =>
            name === 'Far' && country === 'Here',
        },
      }),
    },
  });
  const parse = (country: string) =>
    parseAnswers(form, { name: 'Ann', country, trips: [{ id: ann, name: 'Far', visa: 'Yes' }] });
  expect(parse('Here')).toMatchObject({
    value: { trips: [{ id: ann, name: 'Far', visa: 'Yes' }] },
  });
  expect(parse('There')).toMatchObject({ value: { trips: [{ id: ann, name: 'Far' }] } });
});

test('a repeat inside a repeat', () => {
  const form = defineForm({
    id: 'nested',
    version: 1,
    title: 'Nested',
    action: 'Send',
    fields: {
      people: repeat({
        label: 'People',
        fields: {
          jobs: repeat({
            label: 'Jobs',
            fields: { title: text({ label: 'Title' }) },
            optional: true,
          }),
        },
      }),
    },
  });
  const stored = { people: [{ id: ann, jobs: [{ id: bob, title: 'Baker' }] }] };
  expect(parseAnswers(form, stored)).toEqual({ ok: true, value: stored });
  expect(parseAnswers(form, { people: [{ id: ann, jobs: [{ id: bob }] }] })).toEqual({
    ok: false,
    problem: [{ field: `people/${ann}/jobs/${bob}/title`, message: 'Enter “Title”' }],
  });
});

test('on its own, a field keeps what only the whole form can judge', () => {
  const stored = [{ id: bob, name: 'Bob', age: 40, school: 'no', isChild: false }];
  expect(people.parse(stored, inEnglish)).toEqual({ ok: true, value: stored });
  expect(people.parse([{ id: ann, name: 'Ann' }], inEnglish)).toEqual({
    ok: false,
    problem: 'Enter “Age”',
  });
});

test('an instance is shown by its answers', () => {
  expect(people.show([{ id: ann, name: 'Ann', age: 12, school: 'yes' }])).toBe(
    'Name: Ann, Age: 12, School: Yes',
  );
});
