import type { Column } from '../data/response-columns.ts';
import { nextSort, type Sort } from '../data/sort.ts';
import './sortable-heading.css';

type Props = {
  readonly column: Column;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Its number among those that stay in view. */
  readonly pinned: number | undefined;
};

/** The heading of a column, which sorts by it. Without any sort the newest are first. */
export function SortableHeading({
  column: { name, label, isNumber },
  sort,
  onSort,
  pinned,
}: Props) {
  const isSorted = sort?.column === name;
  const isDescending = isSorted ? sort.isDescending : sort === undefined && name === '.received';
  const direction = isDescending ? 'descending' : isSorted ? 'ascending' : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the button in it has its text
    <th scope="col" data-number={isNumber || undefined} data-pinned={pinned} aria-sort={direction}>
      <button className="sortable" type="button" onClick={() => onSort(nextSort(sort, name))}>
        <span>{label}</span>
        <svg viewBox="0 0 10 12" aria-hidden="true">
          <path d="M5 1v10M1 7l4 4 4-4" />
        </svg>
      </button>
    </th>
  );
}
