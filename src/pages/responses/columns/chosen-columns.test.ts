import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../data/response-columns.ts';
import {
  columnsInQuery,
  columnsToQuery,
  listedColumns,
  moved,
  shownPositions,
  toggled,
  type ChosenColumns,
} from './chosen-columns.ts';

const all = ['.received', 'name', 'age', 'town', '.username'].map((name): Column => ({
  name,
  label: name,
  isNumber: false,
  translate: undefined,
  text: () => '',
  sortKey: () => undefined,
}));
const namesOf = (chosen: ChosenColumns) => shownPositions(all, chosen).map((at) => all[at]?.name);

test('a column that is hidden and shown again comes last, and the first is always there', () => {
  const without = toggled(all, undefined, 'age');
  expect(namesOf(without)).toEqual(['.received', 'name', 'town', '.username']);
  expect(namesOf(toggled(all, without, 'age'))).toEqual([
    '.received',
    'name',
    'town',
    '.username',
    'age',
  ]);
});

test('hidden columns are listed after those that are shown', () => {
  const listed = listedColumns(all, ['town', 'name']);
  expect(listed.map(({ column, isShown }) => [column.name, isShown])).toEqual([
    ['town', true],
    ['name', true],
    ['age', false],
    ['.username', false],
  ]);
});

test('all columns in the order of the form are no choice', () => {
  const swapped = moved(all, undefined, 'name', 1);
  expect(swapped).toEqual(['age', 'name', 'town', '.username']);
  expect(moved(all, swapped, 'name', -1)).toBeUndefined();
});

test('the columns are in the address, without what the form does not have', () => {
  const there = (columns: string) => columnsInQuery(new URLSearchParams({ columns }), all);
  expect(there('town,removed,name,town')).toEqual(['town', 'name']);
  expect(there('')).toEqual([]);
  expect(columnsInQuery(new URLSearchParams(), all)).toBeUndefined();
});

test('whatever is pressed, no column is there twice, and the address has what is shown', () => {
  const press = fc.record({
    name: fc.constantFrom('name', 'age', 'town', '.username'),
    by: fc.constantFrom(-1, 0, 1),
  });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      const chosen = presses.reduce<ChosenColumns>((now, { name, by }) => {
        const { isShown } = listedColumns(all, now).find((it) => it.column.name === name) ?? {};
        return by === 0 || !isShown ? toggled(all, now, name) : moved(all, now, name, by);
      }, undefined);
      const names = namesOf(chosen);
      expect(new Set(names).size).toBe(names.length);
      expect(listedColumns(all, chosen)).toHaveLength(4);
      if (chosen) {
        const query = new URLSearchParams({ columns: columnsToQuery(chosen) });
        expect(columnsInQuery(query, all)).toEqual(chosen);
      }
    }),
  );
});
