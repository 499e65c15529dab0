import { perLocale } from '../../../messages/number-format.ts';
import type { Column } from './response-columns.ts';
import type { Response } from './response.ts';
import type { SortKey } from './sort-key.ts';

const collator = perLocale((it) => new Intl.Collator(it, { numeric: true }));

/** By which column responses are sorted. Undefined: the newest first, as they arrive. */
export type Sort = { readonly column: string; readonly isDescending: boolean } | undefined;

/** How responses are compared: by what, and whether one comes before another. */
export type Order = {
  readonly keyOf: (response: Response) => SortKey;
  /** Negative if the first comes first, 0 if it makes no difference. */
  readonly compare: (a: SortKey, b: SortKey) => number;
};

/** Undefined: as they arrive. */
export function orderOf(columns: readonly Column[], sort: Sort): Order | undefined {
  const column = columns.find(({ name }) => name === sort?.column);
  if (!sort || !column) return undefined;
  const { compare } = collator();
  const direction = sort.isDescending ? -1 : 1;
  return {
    keyOf: (it) => column.sortKey(it),
    compare(a, b) {
      if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
      if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
      if (typeof a === typeof b) return direction * compare(String(a), String(b));
      return direction * (typeof a === 'number' ? -1 : 1);
    },
  };
}

/** Responses that are equal stay as they were: the newest first. */
export function sorted(
  responses: readonly Response[],
  columns: readonly Column[],
  sort: Sort,
): readonly Response[] {
  const order = orderOf(columns, sort);
  if (!order) return responses;
  return responses
    .map((response) => ({ response, key: order.keyOf(response) }))
    .toSorted(({ key: a }, { key: b }) => order.compare(a, b))
    .map(({ response }) => response);
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
