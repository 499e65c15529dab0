import { useCallback, useMemo, useState } from 'react';
import { summaryOf } from '#core/summary/summarize.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../deps.ts';
import { ColumnsView } from './columns/columns-view.tsx';
import { ChartsView } from './charts/charts-view.tsx';
import { useIsPainted } from './charts/use-is-painted.ts';
import { createResponsesApi } from './data/responses-api.ts';
import { useResponsesLocation } from './data/use-responses-location.ts';
import { useResponses } from './data/use-responses.ts';
import type { Response } from './data/response.ts';
import { toResponseRow, type ResponseRow } from './data/response-row.ts';
import { useShownRows } from './data/use-shown-rows.ts';
import { useSummary } from './data/use-summary.ts';
import { ResponseDialog } from './detail/response-dialog.tsx';
import { ExportPanel } from './export/export-panel.tsx';
import { FiltersInUse } from './filters/filters-in-use.tsx';
import { FiltersView } from './filters/filters-view.tsx';
import { isFiltering, matcher } from './filters/response-filter.ts';
import { GalleryPart } from './files/gallery-part.tsx';
import { MembersOnly } from './roles/for-members.tsx';
import { useRememberSeen } from './home/seen-responses.ts';
import { NewResponsesBar } from './live/new-responses-bar.tsx';
import { useNewerResponses } from './live/use-newer-responses.ts';
import { LoadingStatus } from './loading-status.tsx';
import { NoResponsesYet } from './no-responses-yet.tsx';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { useAssigning } from './assign/use-assigning.ts';
import { rowAsDecided } from './review/row-as-decided.ts';
import { PartNeedsNetwork } from '../../ui/part-needs-network.tsx';
import { useReviewing } from './review/use-reviewing.ts';
import { useRowChoice } from './table/row-choice.ts';
import { ResponsesTable } from './table/responses-table.tsx';
import { useOwnZone, useSettings } from './settings/with-settings.tsx';
import { countDays, instantsOf } from './time-zone/days-in-zone.ts';
import { ZoneContext } from './time-zone/zone-context.ts';
import { deviceZone, type Zone } from './time-zone/zones.ts';
import { Toolbar, type Panel } from './toolbar.tsx';

/** Loaded apart: who only reads needs neither. */
const ChosenBar = lazyPart(() => import('./review/chosen-bar.tsx'), { Missing: Nothing });

const SavedViewsPanel = lazyPart(() => import('./saved-views/saved-views-panel.tsx'), {
  Missing: PartNeedsNetwork,
});

type Props = { readonly form: Form; readonly username: string };

/** A form's responses as a table or as charts. Search and filters hold for both, and for the export. */
export function ResponsesView({ form, username }: Props) {
  const { call } = useDeps();
  const api = useMemo(() => createResponsesApi(call, form.id, username), [call, form, username]);
  const { change } = useSettings();
  const located = useResponsesLocation(form, useOwnZone());
  const { filter, sort, chosen, page, zone, view, opened, ...location } = located;
  const { range } = filter;
  const ofAll = useSummary(api);
  const isFiltered = isFiltering(filter);
  // Charts are drawn from the counts, which are a fraction of what the responses are.
  const areCountsShown = useIsPainted(ofAll.state !== 'loading');
  const isWanted = view !== 'charts' || isFiltered || areCountsShown;
  const responses = useResponses(api, form, { range, zone, isWanted });
  const [panel, setPanel] = useState<Panel>();
  const [isChoosing, setIsChoosing] = useState(false);
  useRememberSeen(username, form, ofAll.value);

  const { failure, rows, columns, state } = responses;
  const reviewing = useReviewing(form);
  const { withReviews } = reviewing;
  const assigning = useAssigning(form);
  const { withAssignment } = assigning;
  const isDone = state === 'done';
  const asShown = useCallback(
    (row: ResponseRow) => {
      const asDecided = (it: Response) => withAssignment(withReviews(it));
      return rowAsDecided(row, { form, columns, asDecided });
    },
    [form, columns, withReviews, withAssignment],
  );
  const found = useShownRows({ rows, asShown, filter, columns, sort });
  const { rows: shown, isSettled } = found;
  const unasked = chosen ? none : found.unasked;
  const { choice, chosen: chosenRows, chooseNone } = useRowChoice(shown);
  const ofShown = useMemo(() => {
    if (!isFiltered || view !== 'charts') return undefined;
    const responses = shown.map(({ response }) => response);
    return summaryOf(form, responses, isDone);
  }, [form, shown, isFiltered, isDone, view]);
  const { load } = ofAll;
  // Exact once all that the summary counts are here. Kept counts are of days in UTC.
  const isAll = isFiltered || (isDone && rows.length === ofAll.value?.count);
  const days = useMemo(
    () =>
      view === 'charts' && isAll
        ? countDays(
            shown.map(({ stored }) => stored.createdAt),
            zone,
          )
        : undefined,
    [view, isAll, shown, zone],
  );
  const onZone = (next: Zone) => {
    location.onZone(next);
    // The device's own follows it to another country.
    change(({ forms }) => (next === deviceZone() ? { forms } : { forms, zone: next }));
  };
  const summary = ofShown ? ({ state: 'loaded', value: ofShown, load } as const) : ofAll;

  const isLoaded = state === 'done' || state === 'stopped';
  const instants = useMemo(() => instantsOf(range, zone), [range, zone]);
  const newer = useNewerResponses({
    api,
    range: instants,
    rows,
    isWanted: isLoaded,
  });
  const newOnes = useMemo(() => {
    const isMatch = matcher(filter);
    const newRows = newer.responses.map((it) => toResponseRow(form, columns, it));
    return isMatch ? newRows.filter(isMatch).length : newRows.length;
  }, [newer, filter, form, columns]);
  const showNew = () => {
    responses.addNewer(newer);
    location.onPage(0);
    load();
  };

  if (failure?.is === 'refused' && failure.code === 'forbidden') return <MembersOnly />;
  const isWhole = Object.keys(range).length === 0;
  const total = totalOf(ofAll.value);
  const isEmpty = isDone && rows.length === 0 && isWhole && !ofAll.value?.count;
  const filters = { form, filter, onFilter: location.onFilter };
  return (
    <ZoneContext value={zone}>
      <div className="responses" data-kept>
        <NewResponsesBar count={newOnes} isAtLeast={newer.hasMore} onShow={showNew} />
        {isEmpty ? (
          <NoResponsesYet form={form} />
        ) : (
          <>
            <Toolbar
              {...{ ...filters, view, panel, isChoosing }}
              toView={location.toView}
              onPanel={setPanel}
              onChoosing={(next) => {
                setIsChoosing(next);
                chooseNone();
              }}
            />
            <div id="responses-filters" className="responses-panel" hidden={panel !== 'filters'}>
              <FiltersView {...filters} />
            </div>
            <div
              id="responses-columns"
              className="responses-panel"
              hidden={panel !== 'columns' || view !== 'table'}
            >
              <ColumnsView {...{ columns, chosen }} form={form.id} onChoose={location.onChoose} />
            </div>
            <div id="responses-views" className="responses-panel" hidden={panel !== 'views'}>
              {panel === 'views' && (
                <SavedViewsPanel
                  form={form.id}
                  path={location.path}
                  query={location.query}
                  onQuery={location.onQuery}
                />
              )}
            </div>
            <ExportPanel
              {...{ form, api, filter, columns, chosen, sort, zone }}
              toPaper={location.toPaper}
              isOpen={panel === 'export'}
              shown={isDone ? shown.length : undefined}
              total={isDone ? rows.length : total}
            />
            <FiltersInUse {...filters} />
            {(view !== 'charts' || isFiltered) && (
              <LoadingStatus
                {...{ responses, isWhole, total, isSettled, zone, onZone }}
                shown={shown.length}
              />
            )}
            {view === 'charts' ? (
              <ChartsView {...{ form, summary, isFiltered, zone, onZone, days }} rows={shown} />
            ) : shown.length > 0 && view === 'files' ? (
              <GalleryPart {...{ form }} rows={shown} toResponse={location.toResponse} />
            ) : shown.length > 0 ? (
              <ResponsesTable
                {...{ form, columns, chosen, sort, page, unasked }}
                choice={isChoosing ? choice : undefined}
                rows={shown}
                toResponse={location.toResponse}
                onSort={location.onSort}
                onPage={location.onPage}
              />
            ) : (
              (state === 'loading' || !isSettled) && (
                <div className="card placeholder responses-placeholder" aria-hidden="true" />
              )
            )}
            {view === 'table' && isChoosing && (
              <ChosenBar
                chosen={chosenRows}
                reviewing={reviewing}
                toPaper={location.toPaper}
                onNone={chooseNone}
              />
            )}
          </>
        )}
        {opened && (
          <ResponseDialog
            key={opened.id}
            form={form}
            api={api}
            which={opened}
            reviewing={reviewing}
            assigning={assigning}
            known={rows.find(({ stored }) => stored.id === opened.id)?.response}
            onClose={location.close}
          />
        )}
      </div>
    </ZoneContext>
  );
}

const none: readonly string[] = [];

/** Of all responses, if known. */
function totalOf(summary: ReturnType<typeof useSummary>['value']): number | undefined {
  return summary?.complete ? summary.count : undefined;
}
