import { useMemo } from 'react';
import type { Form } from '#core/form.ts';
import { Notice } from '../shell/notice.tsx';
import { matching, type Filter } from './filter.ts';
import { FiltersView } from './filters-view.tsx';
import { numberInWords } from './in-words.ts';
import { Progress } from './progress.tsx';
import { ResponsesTable } from './responses-table.tsx';
import type { useResponses } from './use-responses.ts';

type Props = {
  readonly form: Form;
  readonly responses: ReturnType<typeof useResponses>;
  /** Of all responses, where that is known. */
  readonly total: number | undefined;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** The responses that are loaded, and ways to find some among them. */
export function TableView({ form, responses, total, filter, onFilter }: Props) {
  const { state, rows, columns, cursor, stop, goOn } = responses;
  const shown = useMemo(() => matching(rows, filter), [rows, filter]);
  const isWhole = Object.keys(filter.range).length === 0;
  return (
    <>
      <FiltersView form={form} filter={filter} onFilter={onFilter} />
      {state === 'loading' && (
        <Progress
          doing="Loading responses:"
          count={rows.length}
          total={isWhole ? total : undefined}
          stopWords="Stop loading"
          onStop={stop}
        />
      )}
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className="hint">
        {state !== 'loading' && outcome(rows.length, shown.length, cursor !== undefined, isWhole)}
      </output>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading="The responses could not be fetched">
            They are safe where they are. Check your connection, then try again.
          </Notice>
        </div>
      )}
      {(state === 'failed' || (state === 'stopped' && cursor !== undefined)) && (
        <p>
          <button className="button-second" type="button" onClick={goOn}>
            {state === 'failed' ? 'Try again' : 'Load more'}
          </button>
        </p>
      )}
      {shown.length > 0 ? (
        <ResponsesTable
          caption={`Responses to ${form.title}, newest first`}
          columns={columns}
          rows={shown}
          filter={filter}
        />
      ) : (
        state === 'loading' && (
          <div className="card placeholder desk-placeholder" aria-hidden="true" />
        )
      )}
    </>
  );
}

function outcome(loaded: number, shown: number, hasMore: boolean, isWhole: boolean): string {
  if (loaded === 0 && !hasMore)
    return isWhole ? 'Nobody has sent anything yet.' : 'Nobody sent anything in these days.';
  if (shown === 0) return 'Nothing that is loaded matches.';
  const all = `${numberInWords(loaded)}${hasMore ? ' loaded, and there are more' : ''}`;
  return shown === loaded ? `Responses: ${all}` : `Matching: ${numberInWords(shown)} of ${all}`;
}
