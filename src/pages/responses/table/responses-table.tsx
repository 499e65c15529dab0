import { memo, useMemo, useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { shownPositions, type ChosenColumns } from '../columns/chosen-columns.ts';
import type { Column } from '../data/response-columns.ts';
import { Link } from '../../../ui/navigation.ts';
import { reviewingMessages } from '../../../messages/en/reviewing.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ChoiceCell } from './choice-cell.tsx';
import { Pager } from './pager.tsx';
import type { RowChoice } from './row-choice.ts';
import { SortableHeading } from './sortable-heading.tsx';
import { openRow } from '../open-row.ts';
import type { Response } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';
import type { Sort } from '../data/sort.ts';
import { fromTable } from '../data/use-responses-location.ts';
import { useFormSettings } from '../settings/with-settings.tsx';
import { pinnedFirst } from './pinned-columns.ts';
import { usePinnedOffsets } from './use-pinned-offsets.ts';
import { useHeaderInView } from './use-header-in-view.ts';
import { useIsPrinting } from './use-is-printing.ts';
import { useIsTooWide } from './use-is-too-wide.ts';
import '../../../ui/data-table.css';
import './responses-table.css';
import './printed-table.css';
import './pinned-columns.css';

type Props = {
  readonly form: Form;
  readonly columns: readonly Column[];
  readonly chosen: ChosenColumns;
  /** After filtering, and at least one. */
  readonly rows: readonly ResponseRow[];
  /** From 0. It may be beyond the last: the address says it. */
  readonly page: number;
  readonly sort: Sort;
  /** Names of removed fields that somebody answered. */
  readonly unasked: readonly string[];
  readonly onSort: (sort: Sort) => void;
  readonly onPage: (page: number) => void;
  readonly toResponse: (response: Response) => `?${string}`;
  /** While rows are being chosen. */
  readonly choice: RowChoice | undefined;
};

/** Rows on a page: few enough for any phone, in a real table for screen readers. docs/decisions/0012. */
const pageSize = 50;
/** Rows on paper. A browser takes minutes for more. */
const mostPrinted = 1000;

export function ResponsesTable({ form, columns, rows, page: wanted, ...props }: Props) {
  const { chosen, sort, unasked, onSort, onPage, toResponse, choice } = props;
  const { choosePage, choose } = useMessages('reviewing', reviewingMessages);
  const { caption: captionOf, removedQuestion } = useMessages('responses', responsesMessages);
  const caption = captionOf(form.title);
  const region = useRef<HTMLElement>(null);
  const isTooWide = useIsTooWide(region);
  useHeaderInView(region, isTooWide);
  const isPrinting = useIsPrinting();
  const { isCompact, pinned } = useFormSettings(form.id).settings;
  const { positions, count } = useMemo(
    () => pinnedFirst(shownPositions(columns, chosen), columns, pinned),
    [columns, chosen, pinned],
  );
  usePinnedOffsets(region);
  const pages = Math.ceil(rows.length / pageSize);
  const page = Math.min(wanted, pages - 1);
  const first = isPrinting ? 0 : page * pageSize;
  const shown = rows.slice(first, first + (isPrinting ? mostPrinted : pageSize));

  const onThisPage = shown.map(({ response }) => response);

  function turnTo(next: number) {
    onPage(next);
    region.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <>
      <section
        className="responses-scroll"
        aria-label={caption}
        ref={region}
        data-too-wide={isTooWide || undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it
        tabIndex={isTooWide ? 0 : undefined}
      >
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys have the link in each row */}
        <table
          className="data-table responses-table"
          data-compact={isCompact || undefined}
          aria-rowcount={rows.length + 1}
          onClick={openRow}
        >
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {choice && (
                <ChoiceCell
                  label={choosePage}
                  isChosen={onThisPage.every(choice.has)}
                  onChoose={(isChosen) => choice.toggle(onThisPage, isChosen)}
                />
              )}
              {positions.map((at, i) => {
                const column = columns[at];
                const pinned = i <= count ? i : undefined;
                return column && <SortableHeading key={at} {...{ column, sort, onSort, pinned }} />;
              })}
              {unasked.map((name) => (
                <th key={name} scope="col">
                  {removedQuestion(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              // By where it stands: the next page says other words in the same rows, cheaper than other rows.
              // oxlint-disable-next-line react/no-array-index-key
              <TableRow
                key={i}
                columns={columns}
                positions={positions}
                pinnedCount={count}
                unasked={unasked}
                row={row}
                href={toResponse(row.response)}
                chooseLabel={choose}
                isChosen={choice?.has(row.response) ?? false}
                onChoose={choice?.toggle}
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
        last={first + shown.length}
        count={rows.length}
        onTurn={turnTo}
      />
    </>
  );
}

type RowProps = {
  readonly columns: readonly Column[];
  /** Of the columns that are shown. */
  readonly positions: readonly number[];
  /** How many of these, after the first, stay in view. */
  readonly pinnedCount: number;
  readonly unasked: readonly string[];
  readonly row: ResponseRow;
  /** Of the whole response. */
  readonly href: `?${string}`;
  readonly chooseLabel: (when: string) => string;
  readonly isChosen: boolean;
  readonly onChoose: RowChoice['toggle'] | undefined;
  /** The row's index in the whole table, counting the header. */
  readonly index: number;
};

const TableRow = memo(function TableRow({
  columns,
  positions,
  pinnedCount,
  unasked,
  row,
  href,
  index,
  chooseLabel,
  isChosen,
  onChoose,
}: RowProps) {
  const { response, texts } = row;
  const [first = 0, ...others] = positions;
  return (
    <tr aria-rowindex={index}>
      {onChoose && (
        <ChoiceCell
          label={chooseLabel(texts[first] ?? '')}
          isChosen={isChosen}
          onChoose={(next) => onChoose([response], next)}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it is its text */}
      <th scope="row" data-pinned={0}>
        <Link href={href} state={fromTable}>
          <time dateTime={response.createdAt}>{texts[first]}</time>
        </Link>
      </th>
      {others.map((at, i) => (
        <td
          key={at}
          data-number={columns[at]?.isNumber || undefined}
          data-pinned={i < pinnedCount ? i + 1 : undefined}
        >
          <div className="responses-cell" dir="auto" translate={columns[at]?.translate}>
            {texts[at]}
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
