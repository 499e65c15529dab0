import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useFieldsLoaded } from '../../../form/use-fields-loaded.ts';
import { usePerson } from '../../../deps.ts';
import { paperMessages } from '../../../messages/en/paper.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo, withQuery } from '../../../page-paths.ts';
import { useHistoryState, useSearch } from '../../../ui/navigation.ts';
import { createPicturesToPrint } from '../../paper/pictures-to-print.ts';
import { PrintView } from '../../paper/print-view.tsx';
import { chosenIn } from '../data/chosen-to-print.ts';
import { keyOf } from '../data/response.ts';
import { responseColumns } from '../data/response-columns.ts';
import type { ResponseRow } from '../data/response-row.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import { sortInQuery } from '../data/sort.ts';
import { useResponses } from '../data/use-responses.ts';
import { useShownRows } from '../data/use-shown-rows.ts';
import { filterInQuery } from '../filters/filter-query.ts';
import { withMe } from '../filters/response-filter.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { rowAsDecided } from '../review/row-as-decided.ts';
import { useReviewing } from '../review/use-reviewing.ts';
import type { Zone } from '../time-zone/zones.ts';
import { ResponseOnPaper } from './response-on-paper.tsx';

type Props = {
  readonly form: Form;
  readonly api: ResponsesApi;
  readonly zone: Zone;
};

/** So many are drawn at a time: a browser lays out all of them before it prints the first sheet. */
const most = 200;

/** The responses that the table shows, in its order, or those that were chosen in it. */
export function SomePrinted({ form, api, zone }: Props) {
  const messages = useMessages('paper', paperMessages);
  const inResponses = useMessages('responses', responsesMessages);
  const { email: me } = usePerson() ?? {};
  const search = useSearch();
  const arrival: unknown = useHistoryState();
  const [pictures] = useState(createPicturesToPrint);
  const [start, setStart] = useState(0);
  useFieldsLoaded(form);
  const { filter, sort, isChosenOnly, back } = useMemo(() => {
    const query = new URLSearchParams(search);
    const isChosenOnly = query.get('only') === 'chosen';
    const filter = withMe(filterInQuery(query, form, inResponses), me);
    const sort = sortInQuery(query, responseColumns(form, inResponses));
    for (const name of ['view', 'only']) query.delete(name);
    const path = pathTo.responses(form.id);
    const back = query.size > 0 ? withQuery(path, query) : path;
    return { filter, sort, isChosenOnly, back };
  }, [search, form, inResponses, me]);
  const chosen = useMemo(() => chosenIn(arrival), [arrival]);

  const responses = useResponses(api, form, { range: filter.range, zone });
  const { rows, columns, stop, goOn } = responses;
  const { withReviews } = useReviewing(form);
  const asShown = useCallback(
    (row: ResponseRow) => rowAsDecided(row, { form, columns, asDecided: withReviews }),
    [form, columns, withReviews],
  );
  const found = useShownRows({ rows, asShown, filter, columns, sort });
  const all = isChosenOnly ? found.rows.filter(({ stored }) => chosen?.has(stored)) : found.rows;
  const shown = all.slice(start, start + most);

  const hasMore = all.length > start + most;
  // Unless they are sorted, the first ones are known before all are.
  const isEnough = isChosenOnly ? all.length === chosen?.count : !sort && hasMore;
  const { state } = responses;
  const readOn = useEffectEvent(goOn);
  const readNoMore = useEffectEvent(stop);
  useEffect(() => {
    if (isEnough && state === 'loading') readNoMore();
    if (!isEnough && state === 'stopped') readOn();
  }, [isEnough, state]);
  const isReady = found.isSettled && (isEnough || state === 'done');

  if (isChosenOnly && !chosen) return <p>{messages.choiceLost}</p>;
  const { failure } = responses;
  return (
    <>
      {failure && (
        <NotLoaded
          className="responses-failed"
          heading={inResponses.notFetched}
          failure={failure}
          onRetry={goOn}
        />
      )}
      <PrintView
        {...{ form, pictures, back, isReady }}
        status={statusText({ isReady, hasMore, start, shown: shown.length }, messages)}
        buttons={
          (hasMore || start > 0) && (
            <>
              <button
                className="button-second"
                type="button"
                disabled={start === 0}
                onClick={() => setStart(start - most)}
              >
                {messages.previous(most)}
              </button>
              <button
                className="button-second"
                type="button"
                disabled={!hasMore}
                onClick={() => setStart(start + most)}
              >
                {messages.next(most)}
              </button>
            </>
          )
        }
      >
        {shown.map(({ stored }) => (
          <ResponseOnPaper key={keyOf(stored)} stored={stored} pictures={pictures} />
        ))}
      </PrintView>
    </>
  );
}

type Status = {
  readonly isReady: boolean;
  readonly hasMore: boolean;
  readonly start: number;
  readonly shown: number;
};

function statusText({ isReady, hasMore, start, shown }: Status, messages: typeof paperMessages) {
  if (!isReady) return messages.loading(shown);
  if (shown === 0) return messages.nothing;
  return hasMore || start > 0
    ? messages.entriesOf(start + 1, start + shown, most)
    : messages.entries(shown);
}
