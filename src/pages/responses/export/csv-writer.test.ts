import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  address,
  choice,
  choices,
  currency,
  date,
  location,
  matrix,
  month,
  note,
  number,
  text,
  time,
} from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { semicolonDialect } from './csv.ts';
import { readCsv, unguarded } from '#core/testing/read-csv.ts';
import { exportedText } from '../../../testing/exported-text.ts';
import { csvWriter } from './csv-writer.ts';
import { fileName } from './exported-file-name.ts';
import { jsonLinesWriter, jsonWriter } from './json-writer.ts';
import type { Response } from '../data/response.ts';

const form: Form = defineForm({
  id: 'visit',
  version: 2,
  title: '',
  action: '',
  fields: {
    name: text({ label: 'Name' }),
    born: date({ label: 'Born', optional: true }),
    cups: number({ label: 'Cups', unit: 'ml', optional: true }),
    likes: choices({
      label: 'Likes',
      options: [
        ['tea', 'Tea'],
        ['milk', 'Milk'],
      ],
      optional: true,
    }),
    site: location({ label: 'Place', optional: true }),
  },
});

const response = (answers: object): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 2,
  version: 3,
  answers: answers as Response['answers'],
  derived: undefined,
  createdAt: '2026-11-21T09:41:00.000Z',
  updatedAt: '2026-11-22T09:41:00.000Z',
  receipt: { Message: 'Thanks' },
});

function fileOf(...some: object[]): Promise<string> {
  return exportedText(csvWriter(form, { hasByteOrderMark: false }), some.map(response));
}

test('a record has the form’s labels, real numbers, and a column for each part of a location', async () => {
  const site = { Latitude: -33.9, Longitude: 151.2 };
  const answers = {
    name: '007',
    born: '2000-01-31',
    cups: -5,
    likes: ['tea', 'milk'],
    site,
  };
  const [header, first, second] = readCsv(await fileOf(answers, { name: 'Ada' }));
  expect(header?.join('|')).toBe(
    'Received|Name|Born|Cups (ml)|Likes|Place: Latitude|Place: Longitude|' +
      'Username|State|Assigned to|Comments|Changed|Version|Version of the form|Id',
  );
  const last =
    'person-1|Received||0|2026-11-22T09:41:00.000Z|3|2|019a0000-0000-7000-8000-000000000001';
  expect(first?.join('|')).toBe(
    `2026-11-21T09:41:00.000Z|'007|2000-01-31|-5|Tea, Milk|-33.9|151.2|${last}`,
  );
  expect(second?.join('|')).toBe(`2026-11-21T09:41:00.000Z|Ada||||||${last}`);
});

test('answers of another shape than the field expects are shown as they are', async () => {
  const [, cells] = readCsv(await fileOf({ name: { given: 'Ada' }, site: 'here', likes: 'rum' }));
  expect(cells?.slice(1, 7)).toEqual(['{"given":"Ada"}', '', '', 'rum', '', '']);
});

test('answers to removed questions have their own columns, in every record', async () => {
  const rows = readCsv(
    await fileOf(
      { name: 'Ada' },
      { name: 'Bea', web: 'https://bea.example', ticks: ['a', 'b'] },
      { name: 'Cas', old: { x: 1 } },
    ),
  );
  expect(rows.map((cells) => cells.slice(15))).toEqual([
    ['web (no longer asked)', 'ticks (no longer asked)', 'old (no longer asked)'],
    ['', '', ''],
    ['https://bea.example', 'a, b', ''],
    ['', '', '{"x":1}'],
  ]);
});

test('with decimal commas, every record has as many columns as the header', async () => {
  const writer = csvWriter(form, { hasByteOrderMark: false, dialect: semicolonDialect });
  const some = [
    { name: 'Ada', cups: 2.5 },
    { name: 'Bea; and Cas', web: 'x' },
  ];
  const text = await exportedText(writer, some.map(response));
  const [head, first, second] = text
    .split('\r\n')
    .map((it) => it.replaceAll(/"[^"]*"/g, '').split(';'));
  expect(first).toHaveLength(head?.length ?? 0);
  expect(second).toHaveLength(head?.length ?? 0);
  expect(first?.[3]).toBe('2,5');
});

test('two choices never read like one whose label has a comma', () => {
  const field = choices({
    label: 'Drinks',
    options: [
      ['tea', 'Tea, black'],
      ['milk', 'with milk'],
      ['both', 'Tea, black, with milk'],
    ],
  });
  expect(field.show(['tea', 'milk'])).toBe('Tea, black; with milk');
  expect(field.show(['both'])).toBe('Tea, black, with milk');
});

test('an option that asks for a text has a column for the text, a matrix one for each row', async () => {
  const visits: Form = defineForm({
    id: 'visit',
    version: 2,
    title: '',
    action: '',
    fields: {
      water: choice({
        label: 'Water',
        options: [
          ['tap', 'Tap'],
          ['other', 'Somewhere else'],
        ],
        other: 'other',
      }),
      opinion: matrix({
        label: 'Opinion',
        rows: [
          ['guide', 'The guide'],
          ['food', 'The food'],
        ],
        columns: [['good', 'Good']],
        optional: true,
      }),
    },
  });
  const writer = csvWriter(visits, { hasByteOrderMark: false });
  const answers = { water: { other: 'A spring' }, opinion: { food: 'good' } };
  const rows = readCsv(await exportedText(writer, [response(answers)]));
  expect(rows.map((it) => it.slice(1, 5))).toEqual([
    ['Water', 'Water: Somewhere else', 'Opinion: The guide', 'Opinion: The food'],
    ['Somewhere else', 'A spring', '', 'Good'],
  ]);
});

test('a removed option is listed beside the current ones', async () => {
  const [, row] = readCsv(await fileOf({ name: 'Ada', likes: ['rum', 'milk'] }));
  expect(row?.[4]).toBe('rum, Milk');
});

test('a file of chosen columns has these in their order, and what tells responses apart', async () => {
  const writer = csvWriter(form, { hasByteOrderMark: false }, { chosen: ['site', 'name'] });
  const text = await exportedText(writer, [response({ name: 'Ada', web: 'x' })]);
  expect(readCsv(text).map((it) => it.join('|'))).toEqual([
    'Received|Place: Latitude|Place: Longitude|Name|Changed|Version|Version of the form|Id',
    '2026-11-21T09:41:00.000Z|||Ada|2026-11-22T09:41:00.000Z|3|2|019a0000-0000-7000-8000-000000000001',
  ]);
});

test('a byte order mark is added on request', async () => {
  const writer = csvWriter(form, { hasByteOrderMark: true });
  expect(await exportedText(writer, [])).toMatch(/^\uFEFFReceived,/);
});

test('the JSON is a list of entries as the API sends them, or has one a line', async () => {
  const some = [1, 2].map(() => response({ name: '007' }));
  const list = [
    { form: 'visit', answers: { name: '007' }, Message: 'Thanks', version: 3 },
    { username: 'person-1' },
  ];
  expect(JSON.parse(await exportedText(jsonWriter(form), some))).toMatchObject(list);
  expect(JSON.parse(await exportedText(jsonWriter(form), []))).toEqual([]);
  const lines = (await exportedText(jsonLinesWriter(form), some)).trimEnd().split('\n');
  expect(lines.map((it) => JSON.parse(it) as unknown)).toMatchObject(list);
});

test('file names sort by creation time, and tell part of the responses from all', () => {
  const file = { form: 'visit', ending: 'csv', at: new Date('2026-11-21T09:41:59Z') };
  expect(fileName({ ...file, isFiltered: false })).toBe('visit-responses-2026-11-21T0941.csv');
  expect(fileName({ ...file, isFiltered: true })).toBe(
    'visit-responses-2026-11-21T0941-filtered.csv',
  );
});

test('a time is a time to a spreadsheet, an amount has its currency, an address a column for each part, and a note none', async () => {
  const kinds: Form = defineForm({
    id: 'kinds',
    version: 2,
    title: '',
    action: '',
    fields: {
      about: note({ text: 'Please read this.' }),
      opens: time({ label: 'Opens' }),
      moved: month({ label: 'Moved', optional: true }),
      rent: currency({ label: 'Rent', currency: 'EUR' }),
      home: address({ label: 'Home', parts: ['line1', 'town?'] }),
    },
  });
  const writer = csvWriter(kinds, { hasByteOrderMark: false });
  const answers = { opens: '08:30', moved: '2026-03', rent: 12.5, home: { line1: '1 Mill Lane' } };
  const [header, first] = readCsv(await exportedText(writer, [response(answers)]));
  expect(header?.slice(1, 6).join('|')).toBe(
    'Opens|Moved|Rent (EUR)|Home: Line 1|Home: Town or city',
  );
  expect(first?.slice(1, 6).join('|')).toBe("08:30|'2026-03|12.5|1 Mill Lane|");
});

test('the file of a form that closes says which responses are late, and when they were saved', async () => {
  const closing = defineForm({ ...form, limits: { closes: '2026-11-20T09:00:00Z' } });
  const savedAt = '2026-11-19T08:00:00.000Z';
  const some = [{ ...response({}), isLate: true as const, savedAt }, response({})];
  const text = await exportedText(csvWriter(closing, { hasByteOrderMark: false }), some);
  const [labels = [], ...records] = readCsv(text);
  const columns = ['Late', 'Saved on the device'].map((it) => labels.indexOf(it));
  expect(records.map((it) => columns.map((i) => it[i]))).toEqual([
    ['late', savedAt],
    ['', ''],
  ]);
  expect(await fileOf({})).not.toContain('Late');
});

test('a response with a removed question lengthens all that were written before, wherever pieces end', () => {
  const texts = ['plain', 'with "quotes"', 'two\r\nlines', 'a, b', '"', ''];
  const someResponses = fc.array(
    fc.record({
      name: fc.constantFrom(...texts),
      fax: fc.option(fc.constantFrom(...texts), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  return fc.assert(
    fc.asyncProperty(someResponses, fc.integer({ min: 1, max: 9 }), async (some, length) => {
      const writer = csvWriter(form, { hasByteOrderMark: false });
      const added = some
        .map(({ name, fax }) => writer.add(response({ name, ...(fax !== undefined && { fax }) })))
        .join('');
      const rewrite = writer.rewriting?.() ?? ((it: string) => it);
      const pieces = Array.from({ length: Math.ceil(added.length / length) }, (_, i) =>
        rewrite(added.slice(i * length, (i + 1) * length)),
      );
      const [labels = [], ...records] = readCsv((await writer.parts(pieces)).map(String).join(''));
      expect(records).toHaveLength(some.length);
      for (const record of records) expect(record).toHaveLength(labels.length);
      const hasFax = labels.includes('fax (no longer asked)');
      expect(hasFax).toBe(some.some(({ fax }) => fax !== undefined));
      if (hasFax)
        expect(records.map((it) => unguarded(it[labels.length - 1] ?? ''))).toEqual(
          some.map(({ fax = '' }) => fax),
        );
    }),
  );
});
