import { perLocale } from '../../../messages/number-format.ts';
import type { Column } from './response-columns.ts';
import type { Response } from './response.ts';

const collator = perLocale((it) => new Intl.Collator(it, { numeric: true }));

/** By which column responses are sorted. Undefined: the newest first, as they arrive. */
export type Sort = { readonly column: string; readonly isDescending: boolean } | undefined;

/** Responses that are equal stay as they were: the newest first. */
export function sorted<Row>(
  rows: readonly Row[],
  responseOf: (row: Row) => Response,
  columns: readonly Column[],
  sort: Sort,
): readonly Row[] {
  const column = columns.find(({ name }) => name === sort?.column);
  if (!sort || !column) return rows;
  const { compare } = collator();
  const direction = sort.isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: column.sortKey(responseOf(row)) }))
    .toSorted(({ key: a }, { key: b }) => {
      if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
      if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
      if (typeof a === typeof b) return direction * compare(String(a), String(b));
      return direction * (typeof a === 'number' ? -1 : 1);
    })
    .map(({ row }) => row);
}

/** What a press on the heading of a column sorts by: upwards, then downwards, then as they arrive. */
export function nextSort(sort: Sort, column: string): Sort {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? undefined : { column, isDescending: true };
}

/** `age`, or `-age` from the highest. Columns that are no question begin with a dot. */
export function sortToQuery({ column, isDescending }: NonNullable<Sort>): string {
  return `${isDescending ? '-' : ''}${column}`;
}

/** A column that the form does not have is no sort: addresses outlive a version of the form. */
export function sortInQuery(query: URLSearchParams, columns: readonly Column[]): Sort {
  const text = query.get('sort') ?? '';
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return columns.some(({ name }) => name === column) ? { column, isDescending } : undefined;
}
