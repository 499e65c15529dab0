import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, choices, date, number, repeat, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { csvRecord, semicolonDialect } from '../export/csv.ts';
import { csvRows } from './csv-rows.ts';
import { peopleInCsv } from './people-in-csv.ts';

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  access: 'invited',
  fields: {
    name: text({ label: 'Full name' }),
    seats: number({ label: 'Seats', whole: true, max: 9, optional: true }),
    day: choice({
      label: 'Day',
      options: [
        ['sat', 'Saturday'],
        ['sun', 'Sunday'],
      ],
    }),
    born: date({ label: 'Born on', optional: true }),
    extras: choices({ label: 'Extras', options: [['a', 'A']], optional: true }),
    guests: repeat({ label: 'Guests', item: () => '', fields: { who: text({ label: 'Who' }) } }),
  },
});

test('columns are people, and answers by the name or the label of a question', () => {
  const csv =
    'name,email,Seats,day,Born on,Full name\r\n' +
    'Ada,ada@example.com,2,Saturday,1990-12-10,"Lovelace, Ada"\r\n' +
    'Bob,,,sun,,\r\n';
  expect(peopleInCsv(csv, visit)).toMatchObject({
    people: [
      {
        name: 'Ada',
        email: 'ada@example.com',
        values: { seats: 2, day: 'sat', born: '1990-12-10', name: 'Lovelace, Ada' },
      },
      { name: 'Bob', values: { day: 'sun' } },
    ],
    given: ['Seats', 'Day', 'Born on', 'Full name'],
  });
});

test('a question that is called name has a prefix', () => {
  expect(peopleInCsv('Name;Answer: name\nAda;Ada Lovelace', visit)).toMatchObject({
    people: [{ name: 'Ada', values: { name: 'Ada Lovelace' } }],
  });
});

test.each([
  ['nothing', '', [{ is: 'empty' }]],
  ['a heading alone', 'name,email\n', [{ is: 'empty' }]],
  ['an open quote', 'name\n"Ada', [{ is: 'unreadable' }]],
  ['an unknown column', 'name,shoe\nAda,42', [{ is: 'column', column: 'shoe' }]],
  ['a question with several answers', 'extras\na', [{ is: 'column', column: 'extras' }]],
  ['a question with questions inside', 'guests\na', [{ is: 'column', column: 'guests' }]],
  ['what every object inherits', 'constructor\na', [{ is: 'column', column: 'constructor' }]],
  ['no address', 'email\nada@example.com\nada', [{ is: 'email', row: 3 }]],
  ['a wrong answer', 'Seats\n10', [{ is: 'answer', row: 2, label: 'Seats' }]],
  ['an unknown option', 'Day\nMonday', [{ is: 'answer', row: 2, label: 'Day' }]],
])('a file with %s is not used, and it says why', (_, csv, issues) => {
  expect(peopleInCsv(csv, visit)).toMatchObject(issues);
});

const cells = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'ب') }), {
    minLength: 2,
    maxLength: 2,
  }),
  { minLength: 1, maxLength: 5 },
);

test('a file that was written here is read as it was written', () => {
  const dialects = fc.constantFrom(undefined, semicolonDialect);
  const hasMark = fc.constantFrom('', '\uFEFF');
  fc.assert(
    fc.property(cells, dialects, hasMark, (rows, dialect, byteOrderMark) => {
      const heading = ['first', 'second'];
      const trimmed = rows.map((row) => row.map((it) => it.trim()));
      const file = [heading, ...trimmed].map((it) => csvRecord(it, dialect)).join('');
      expect(csvRows(byteOrderMark + file)).toEqual([
        heading,
        ...trimmed.filter((row) => row.some((it) => it !== '')),
      ]);
    }),
  );
});
