import { expect, test } from 'vitest';
import { choice, number, repeat, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { readCsv } from '#core/testing/read-csv.ts';
import type { Response } from '../data/response.ts';
import { exportedText } from '../../../testing/exported-text.ts';
import { csvWriter } from './csv-writer.ts';
import { fileName } from './exported-file-name.ts';
import { repeatCsvWriter, repeatsIn } from './repeat-file.ts';

const form: Form = defineForm({
  id: 'household',
  version: 1,
  title: '',
  action: '',
  fields: {
    address: text({ label: 'Address' }),
    people: repeat({
      label: 'People',
      optional: true,
      fields: {
        name: text({ label: 'Name' }),
        age: number({ label: 'Age of {name|this person}', unit: 'years' }),
        school: choice({
          label: 'School',
          options: [
            ['yes', 'Yes'],
            ['no', 'No'],
          ],
        }),
        jobs: repeat({
          label: 'Jobs',
          optional: true,
          fields: { title: text({ label: 'Title' }) },
        }),
      },
      when: { school: ({ age }) => age !== undefined && age < 18 },
      calculate: { isChild: ({ age }) => age !== undefined && age < 18 },
    }),
  },
});

const [ann, bob, baker, cook] = [1, 2, 3, 4].map(
  (it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`,
) as [string, string, string, string];
const id = '019a0000-0000-7000-8000-000000000001';

const response = (answers: Response['answers']): Response => ({
  id,
  username: 'person-1',
  formVersion: 1,
  version: 1,
  answers,
  derived: undefined,
  createdAt: '2026-11-21T09:41:00.000Z',
  updatedAt: '2026-11-21T09:41:00.000Z',
  receipt: {},
});

const answers = {
  address: 'Here',
  people: [
    { id: ann, name: '=Ann', age: 12, school: 'yes', isChild: true },
    {
      id: bob,
      name: 'Bob',
      age: 40,
      isChild: false,
      jobs: [
        { id: baker, title: 'Baker' },
        { id: cook, title: 'Cook' },
      ],
    },
  ],
};

const filesOf = (...some: Response['answers'][]) =>
  Promise.all(
    repeatsIn(form).map(async (part) => {
      const writer = repeatCsvWriter(form, part, { hasByteOrderMark: false });
      return readCsv(await exportedText(writer, some.map(response)));
    }),
  );

test('each repeat has a file, whose records have the ids of the response, of the parent and their own', async () => {
  expect(repeatsIn(form).map(({ path, label }) => [path, label])).toEqual([
    ['people', 'People'],
    ['people/jobs', 'People: Jobs'],
  ]);
  const [people, jobs] = await filesOf(answers, { address: 'There' });
  expect(people).toEqual([
    [
      'Id',
      'Id of People',
      'Number',
      'Name',
      'Age of this person (years)',
      'School',
      'Jobs',
      'isChild',
    ],
    [id, ann, '1', "'=Ann", '12', 'Yes', '', 'true'],
    [id, bob, '2', 'Bob', '40', 'NA', '2', 'false'],
  ]);
  expect(jobs).toEqual([
    ['Id', 'Id of People', 'Id of People: Jobs', 'Number', 'Title'],
    [id, bob, baker, '1', 'Baker'],
    [id, bob, cook, '2', 'Cook'],
  ]);
});

test('the file of responses has how many instances each has', async () => {
  const writer = csvWriter(form, { hasByteOrderMark: false });
  const some = [answers, { address: 'There' }].map(response);
  const records = readCsv(await exportedText(writer, some));
  expect(records.map((it) => it.slice(1, 3))).toEqual([
    ['Address', 'People'],
    ['Here', '2'],
    ['There', ''],
  ]);
});

test('a file is named after its repeat', () => {
  const at = new Date('2026-11-21T09:41:00Z');
  expect(
    fileName({ form: 'household', part: 'people/jobs', ending: 'csv', isFiltered: false, at }),
  ).toBe('household-people-jobs-responses-2026-11-21T0941.csv');
});
