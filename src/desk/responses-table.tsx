import { memo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Column } from './columns.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { Pager } from './pager.tsx';
import type { Filter } from './filter.ts';
import type { Row } from './row.ts';
import { fromHere, toResponse } from './use-place.ts';

type Props = {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The names of what the form does not ask any more, and somebody answered. */
  readonly unasked: readonly string[];
  /** Those that are not filtered out. */
  readonly rows: readonly Row[];
  /** What filtered them: another one begins on its first page. */
  readonly filter: Filter;
};

/** A page of rows: few enough for any phone, and a real table for who hears it. docs/decisions/0012. */
const pageSize = 50;

export function ResponsesTable({ caption, columns, unasked, rows, filter }: Props) {
  const { notAsked } = useWords('desk', desk);
  const [turned, setTurned] = useState({ to: 0, filter });
  const region = useRef<HTMLElement>(null);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(turned.filter === filter ? turned.to : 0, pages - 1);
  const first = page * pageSize;

  function turnTo(next: number) {
    setTurned({ to: next, filter });
    region.current?.scrollTo?.({ top: 0 });
  }

  return (
    <>
      <section
        className="desk-scroll"
        aria-label={caption}
        ref={region}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it
        tabIndex={0}
      >
        <table className="desk-table" aria-rowcount={rows.length + 1}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ name, label, isNumber }) => (
                <th key={name} scope="col" data-number={isNumber || undefined}>
                  {label}
                </th>
              ))}
              {unasked.map((name) => (
                <th key={name} scope="col">
                  {notAsked(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + pageSize).map((row, i) => (
              // By where it stands: the next page says other words in the same rows, cheaper than other rows.
              // oxlint-disable-next-line react/no-array-index-key
              <TableRow
                key={i}
                columns={columns}
                unasked={unasked}
                row={row}
                index={first + i + 2}
              />
            ))}
          </tbody>
        </table>
      </section>
      <Pager
        page={page}
        pages={pages}
        first={first + 1}
        last={Math.min(first + pageSize, rows.length)}
        count={rows.length}
        onTurn={turnTo}
      />
    </>
  );
}

type RowProps = Pick<Props, 'columns' | 'unasked'> & {
  readonly row: Row;
  /** Among all rows, the head being the first. */
  readonly index: number;
};

const TableRow = memo(function TableRow({ columns, unasked, row, index }: RowProps) {
  const { response, words } = row;
  const [when, ...others] = words;
  return (
    <tr aria-rowindex={index}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it is its text */}
      <th scope="row">
        <Link href={toResponse(response)} state={fromHere}>
          <time dateTime={response.createdAt}>{when}</time>
        </Link>
      </th>
      {others.map((it, i) => (
        <td key={columns[i + 1]?.name} data-number={columns[i + 1]?.isNumber || undefined}>
          <div className="desk-cell" dir="auto" translate={columns[i + 1]?.translate}>
            {it}
          </div>
        </td>
      ))}
      {unasked.map((name) => (
        <td key={name}>
          <div className="desk-cell" dir="auto">
            {row.unasked.get(name)}
          </div>
        </td>
      ))}
    </tr>
  );
});
