import { useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { Notice } from '../../../ui/notice.tsx';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { failures } from '../../../messages/en/failures.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { matching, type Filter } from '../filters/response-filter.ts';
import { FiltersView } from '../filters/filters-view.tsx';
import { StoppableProgress } from '../../../ui/stoppable-progress.tsx';
import { ResponsesTable } from './responses-table.tsx';
import type { useResponses } from '../data/use-responses.ts';

type Props = {
  readonly form: Form;
  readonly responses: ReturnType<typeof useResponses>;
  /** Of all responses, if known. */
  readonly total: number | undefined;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** The loaded responses, with search and filters. */
export function TableView({ form, responses, total, filter, onFilter }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { why } = useMessages('failures', failures);
  const { state, failure, rows, columns, stop, goOn } = responses;
  const shown = useMemo(() => matching(rows, filter), [rows, filter]);
  const unasked = useMemo(() => [...new Set(rows.flatMap((it) => [...it.unasked.keys()]))], [rows]);
  const hasMore = state !== 'done';
  const isWhole = Object.keys(filter.range).length === 0;
  return (
    <>
      <FiltersView form={form} filter={filter} onFilter={onFilter} />
      {state === 'loading' && (
        <StoppableProgress
          text={messages.loading}
          count={rows.length}
          total={isWhole ? total : undefined}
          stopLabel={messages.stopLoading}
          onStop={stop}
        />
      )}
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="hint">
        {state !== 'loading' &&
          !(state === 'failed' && rows.length === 0) &&
          statusText({ loaded: rows.length, shown: shown.length, hasMore, isWhole }, messages)}
      </output>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading={messages.notFetched}>
            {failure ? `${messages.safe} ${why[failureReasonOf(failure)]}` : messages.safe}
          </Notice>
        </div>
      )}
      {(state === 'failed' || state === 'stopped') && (
        <p>
          <button className="button-second" type="button" onClick={goOn}>
            {state === 'failed' ? messages.tryAgain : messages.loadMore}
          </button>
        </p>
      )}
      {shown.length > 0 ? (
        <ResponsesTable
          caption={messages.caption(form.title)}
          columns={columns}
          unasked={unasked}
          rows={shown}
          filter={filter}
        />
      ) : (
        state === 'loading' && (
          <div className="card placeholder responses-placeholder" aria-hidden="true" />
        )
      )}
    </>
  );
}

type TableStatus = {
  readonly loaded: number;
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isWhole: boolean;
};

function statusText(
  { loaded, shown, hasMore, isWhole }: TableStatus,
  messages: typeof responsesMessages,
): string {
  if (loaded === 0 && hasMore) return messages.stoppedAtOnce;
  if (loaded === 0) return isWhole ? messages.nobody : messages.nobodyThen;
  if (shown === 0) return messages.noMatch;
  if (shown === loaded) return (hasMore ? messages.loadedOfMore : messages.loaded)(loaded);
  return (hasMore ? messages.matchingOfMore : messages.matching)(shown, loaded);
}
