import { useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../deps.ts';
import { Link } from '../../ui/navigation.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartsView } from './charts/charts-view.tsx';
import { createResponsesApi } from './data/responses-api.ts';
import { ResponseDialog } from './detail/response-dialog.tsx';
import { ExportPanel } from './export/export-panel.tsx';
import { noFilter } from './filters/response-filter.ts';
import { OwnersOnly } from './owners-only.tsx';
import { TableView } from './table/table-view.tsx';
import { useResponsesLocation, type View } from './data/use-responses-location.ts';
import { useResponses } from './data/use-responses.ts';
import { useSummary } from './data/use-summary.ts';

type Props = { readonly form: Form; readonly username: string };

const views: readonly View[] = ['table', 'charts'];

export function ResponsesView({ form, username }: Props) {
  const { call } = useDeps();
  const messages = useMessages('responses', responsesMessages);
  const api = useMemo(() => createResponsesApi(call, form.id, username), [call, form, username]);
  const [filter, setFilter] = useState(noFilter);
  const responses = useResponses(api, form, filter.range);
  const summary = useSummary(api);
  const { view, opened, toView, close } = useResponsesLocation();

  const { failure, rows } = responses;
  if (failure?.is === 'refused' && failure.code === 'forbidden') return <OwnersOnly form={form} />;
  const { value: sum } = summary;
  const total = sum?.complete ? sum.count : undefined;
  return (
    <div className="responses">
      <nav className="responses-views" aria-label={messages.views}>
        {views.map((it) => (
          <Link key={it} href={toView(it)} aria-current={it === view ? 'page' : undefined}>
            {messages[it]}
          </Link>
        ))}
      </nav>
      {view === 'charts' ? (
        <ChartsView form={form} summary={summary} rows={rows} />
      ) : (
        <TableView {...{ form, responses, filter, total }} onFilter={setFilter} />
      )}
      <ExportPanel form={form} api={api} total={total} />
      {opened && (
        <ResponseDialog
          key={opened.id}
          form={form}
          api={api}
          which={opened}
          known={rows.find(({ response }) => response.id === opened.id)?.response}
          onClose={close}
        />
      )}
    </div>
  );
}
