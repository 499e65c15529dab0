import { useMemo } from 'react';
import type { Form } from '#core/form.ts';
import { Notice } from '../shell/notice.tsx';
import { whyOf } from '../cloud/why.ts';
import { failures } from '../words/en/failures.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { matching, type Filter } from './filter.ts';
import { FiltersView } from './filters-view.tsx';
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
  const words = useWords('desk', desk);
  const { why } = useWords('failures', failures);
  const { state, failure, rows, columns, stop, goOn } = responses;
  const shown = useMemo(() => matching(rows, filter), [rows, filter]);
  const unasked = useMemo(() => [...new Set(rows.flatMap((it) => [...it.unasked.keys()]))], [rows]);
  const hasMore = state !== 'done';
  const isWhole = Object.keys(filter.range).length === 0;
  return (
    <>
      <FiltersView form={form} filter={filter} onFilter={onFilter} />
      {state === 'loading' && (
        <Progress
          words={words.loading}
          count={rows.length}
          total={isWhole ? total : undefined}
          stopWords={words.stopLoading}
          onStop={stop}
        />
      )}
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className="hint">
        {state !== 'loading' &&
          !(state === 'failed' && rows.length === 0) &&
          outcome({ loaded: rows.length, shown: shown.length, hasMore, isWhole }, words)}
      </output>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading={words.notFetched}>
            {failure ? `${words.safe} ${why[whyOf(failure)]}` : words.safe}
          </Notice>
        </div>
      )}
      {(state === 'failed' || state === 'stopped') && (
        <p>
          <button className="button-second" type="button" onClick={goOn}>
            {state === 'failed' ? words.tryAgain : words.loadMore}
          </button>
        </p>
      )}
      {shown.length > 0 ? (
        <ResponsesTable
          caption={words.caption(form.title)}
          columns={columns}
          unasked={unasked}
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

type Outcome = {
  readonly loaded: number;
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isWhole: boolean;
};

function outcome({ loaded, shown, hasMore, isWhole }: Outcome, words: typeof desk): string {
  if (loaded === 0 && hasMore) return words.stoppedAtOnce;
  if (loaded === 0) return isWhole ? words.nobody : words.nobodyThen;
  if (shown === 0) return words.noMatch;
  if (shown === loaded) return (hasMore ? words.loadedOfMore : words.loaded)(loaded);
  return (hasMore ? words.matchingOfMore : words.matching)(shown, loaded);
}
