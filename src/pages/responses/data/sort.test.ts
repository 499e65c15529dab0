import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, date, number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { responseColumns } from './response-columns.ts';
import type { Response } from './response.ts';
import { nextSort, sorted, sortInQuery, sortToQuery, type Sort } from './sort.ts';

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    age: number({ label: 'Age', optional: true }),
    born: date({ label: 'Born', optional: true }),
    pain: choice({
      label: 'Pain',
      options: [
        ['none', 'None'],
        ['some', 'A little'],
        ['much', 'Much'],
      ],
      optional: true,
    }),
  },
  calculate: { double: ({ age }) => (age === undefined ? undefined : age * 2) },
});
const columns = responseColumns(form, responsesMessages);

const response = (answers: Response['answers'], minute = 0): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 1,
  version: 1,
  answers,
  derived: undefined,
  createdAt: `2026-11-21T09:${String(minute).padStart(2, '0')}:00.000Z`,
  updatedAt: '2026-11-21T09:41:07.000Z',
  receipt: {},
});

function answersSorted(some: readonly Response['answers'][], column: string, isDescending = false) {
  const rows = some.map((it) => response(it));
  return sorted(rows, columns, { column, isDescending }).map(({ answers }) => answers[column]);
}

test('numbers are sorted by their value, texts as people read them, days by the calendar', () => {
  expect(answersSorted([{ age: 10 }, { age: 9 }, { age: -1 }], 'age')).toEqual([-1, 9, 10]);
  const names = [{ name: 'Room 10' }, { name: 'Élise' }, { name: 'Room 9' }, { name: 'eve' }];
  expect(answersSorted(names, 'name')).toEqual(['Élise', 'eve', 'Room 9', 'Room 10']);
  const days = [{ born: '2001-02-01' }, { born: '1999-12-31' }];
  expect(answersSorted(days, 'born')).toEqual(['1999-12-31', '2001-02-01']);
});

test('options are sorted as the form lists them, and calculated values by what they are', () => {
  const pains = [{ pain: 'much' }, { pain: 'none' }, { pain: 'some' }];
  expect(answersSorted(pains, 'pain')).toEqual(['none', 'some', 'much']);
  expect(answersSorted([{ double: 20 }, { double: 4 }], 'double')).toEqual([4, 20]);
});

test.each([false, true])('what was not answered is last, downwards: %s', (isDescending) => {
  const [first] = answersSorted([{ name: 'a' }, { name: 'b', age: 1 }], 'age', isDescending);
  expect(first).toBe(1);
});

test('sorting loses no response, and leaves equal ones as they arrived', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })),
      fc.boolean(),
      (ages, isDescending) => {
        const rows = ages.map((age) => response(age === undefined ? {} : { age }));
        const after = sorted(rows, columns, { column: 'age', isDescending });
        const at = (it: Response) => rows.indexOf(it);
        expect(after.toSorted((a, b) => at(a) - at(b))).toEqual(rows);
        for (const [i, it] of after.entries()) {
          const before = after[i - 1];
          if (before?.answers['age'] === it.answers['age'] && before)
            expect(at(before)).toBeLessThan(at(it));
        }
      },
    ),
  );
});

test('a heading sorts upwards, then downwards, then as they arrived', () => {
  const up = nextSort(undefined, 'age');
  const down = nextSort(up, 'age');
  expect([up, down, nextSort(down, 'age'), nextSort(down, 'name')]).toEqual([
    { column: 'age', isDescending: false },
    { column: 'age', isDescending: true },
    undefined,
    { column: 'name', isDescending: false },
  ]);
});

function readBack(sort: NonNullable<Sort>): Sort {
  return sortInQuery(new URLSearchParams({ sort: sortToQuery(sort) }), columns);
}

test('the order is in the address, and one that the form does not know is none', () => {
  const oldest = { column: '.received', isDescending: false };
  expect(readBack(oldest)).toEqual(oldest);
  expect(readBack({ column: 'age', isDescending: true })).toEqual({
    column: 'age',
    isDescending: true,
  });
  expect(readBack({ column: 'removed', isDescending: false })).toBeUndefined();
});
