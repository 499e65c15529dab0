import { memo, useRef, useState } from 'react';
import type { Column } from '../data/response-columns.ts';
import { Link } from '../../../ui/navigation.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Pager } from './pager.tsx';
import type { Filter } from '../filters/response-filter.ts';
import type { ResponseRow } from '../data/response-row.ts';
import { fromTable, responseHref } from '../data/use-responses-location.ts';
import '../../../ui/data-table.css';
import './responses-table.css';

type Props = {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Names of removed fields that somebody answered. */
  readonly unasked: readonly string[];
  /** After filtering. */
  readonly rows: readonly ResponseRow[];
  /** The filter that produced them: another one starts on its first page. */
  readonly filter: Filter;
};

/** Rows on a page: few enough for any phone, in a real table for screen readers. docs/decisions/0012. */
const pageSize = 50;

export function ResponsesTable({ caption, columns, unasked, rows, filter }: Props) {
  const { removedQuestion } = useMessages('responses', responsesMessages);
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
        className="table-frame"
        aria-label={caption}
        ref={region}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it
        tabIndex={0}
      >
        <table className="data-table responses-table" aria-rowcount={rows.length + 1}>
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
                  {removedQuestion(name)}
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
  readonly row: ResponseRow;
  /** The row's index in the whole table, counting the header. */
  readonly index: number;
};

const TableRow = memo(function TableRow({ columns, unasked, row, index }: RowProps) {
  const { response, texts } = row;
  const [when, ...others] = texts;
  return (
    <tr aria-rowindex={index}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it is its text */}
      <th scope="row">
        <Link href={responseHref(response)} state={fromTable}>
          <time dateTime={response.createdAt}>{when}</time>
        </Link>
      </th>
      {others.map((it, i) => (
        <td key={columns[i + 1]?.name} data-number={columns[i + 1]?.isNumber || undefined}>
          <div className="responses-cell" dir="auto" translate={columns[i + 1]?.translate}>
            {it}
          </div>
        </td>
      ))}
      {unasked.map((name) => (
        <td key={name}>
          <div className="responses-cell" dir="auto">
            {row.unasked.get(name)}
          </div>
        </td>
      ))}
    </tr>
  );
});
