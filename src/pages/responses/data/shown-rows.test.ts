import fc from 'fast-check';
import { expect, test } from 'vitest';
import { number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { responseColumns } from './response-columns.ts';
import { toResponseRow } from './response-row.ts';
import type { Response } from './response.ts';
import { createShownRows } from './shown-rows.ts';
import { orderOf, sorted } from './sort.ts';

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }), age: number({ label: 'Age', optional: true }) },
});
const columns = responseColumns(form, responsesMessages);

const rowOf = (answers: Response['answers']) =>
  toResponseRow(form, columns, {
    id: '019a0000-0000-7000-8000-000000000001',
    username: 'person-1',
    formVersion: 1,
    version: 1,
    answers,
    derived: undefined,
    createdAt: '2026-11-21T09:41:07.000Z',
    updatedAt: '2026-11-21T09:41:07.000Z',
    receipt: {},
  });

test('rows that come and are looked at in steps of any length are found and sorted as if at once', () => {
  const age = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
  const someSort = fc.constantFrom(
    undefined,
    { column: 'age', isDescending: false },
    { column: 'age', isDescending: true },
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(age, { maxLength: 12 })),
      someSort,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (pages, sort, step, isFiltered) => {
        const isMatch = isFiltered
          ? (row: ReturnType<typeof rowOf>) => row.response.answers['age'] !== 3
          : undefined;
        const work = createShownRows({ isMatch, order: orderOf(columns, sort) });
        const rows: ReturnType<typeof rowOf>[] = [];
        for (const page of pages) {
          rows.push(
            ...page.map((it) => rowOf({ name: 'Ada', ...(it !== undefined && { age: it }) })),
          );
          let count = 0;
          while (work.take(rows, () => (count += 1) % step === 0));
        }
        const wanted = rows.filter(isMatch ?? (() => true)).map(({ response }) => response);
        expect(work.found().rows.map(({ response }) => response)).toEqual(
          sorted(wanted, columns, sort),
        );
      },
    ),
  );
});

test('questions that are no longer asked are those that the found rows answer', () => {
  const work = createShownRows({ isMatch: ({ response }) => response.answers['age'] !== 3 });
  const rows = [
    { age: 3, fax: '1' },
    { age: 4, telex: '2' },
    { age: 5, telex: '3' },
  ].map(rowOf);
  expect(work.take(rows, () => true)).toBe(true);
  expect(work.found().unasked).toEqual([]);
  while (work.take(rows, () => false));
  expect(work.found().unasked).toEqual(['telex']);
  expect(work.found()).toBe(work.found());
});

test('other rows, as of other days, take the place of the rows before', () => {
  const work = createShownRows({});
  const [before, after] = [[rowOf({ age: 1 }), rowOf({ age: 2 })], [rowOf({ age: 3 })]];
  work.take(before, () => false);
  work.take([], () => false);
  expect(work.found().rows).toEqual([]);
  work.take(before, () => false);
  work.take(after, () => false);
  expect(work.found().rows).toEqual(after);
});

test('of rows that were filtered and sorted nothing is remembered but the text that is searched', () => {
  const isMatch = (row: ReturnType<typeof rowOf>) => row.searchText.includes('ada');
  const order = orderOf(columns, { column: 'age', isDescending: false });
  const work = createShownRows({ isMatch, order });
  const rows = [rowOf({ name: 'Ada', age: 2 }), rowOf({ name: 'Ada', age: 1 })];
  work.take(rows, () => false);
  expect(work.found().rows).toEqual([rows[1], rows[0]]);
  for (const row of rows) expect(Object.keys(row)).toEqual(['stored', 'folded']);
  expect(rows[0]?.response.answers).toEqual({ name: 'Ada', age: 2 });
});
