import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps } from '../deps.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { Charts } from './charts.tsx';
import { createDeskApi } from './desk-api.ts';
import { Detail } from './detail.tsx';
import { ExportPanel } from './export-panel.tsx';
import { noFilter } from './filter.ts';
import { NotForYou } from './not-for-you.tsx';
import { TableView } from './table-view.tsx';
import { usePlace, type View } from './use-place.ts';
import { useResponses } from './use-responses.ts';
import { useSummary } from './use-summary.ts';

type Props = { readonly form: Form; readonly username: string };

const views: readonly View[] = ['table', 'charts'];

export function Desk({ form, username }: Props) {
  const { call } = useDeps();
  const words = useWords('desk', desk);
  const api = useMemo(() => createDeskApi(call, form.id, username), [call, form, username]);
  const [filter, setFilter] = useState(noFilter);
  const responses = useResponses(api, form, filter.range);
  const summary = useSummary(api);
  const { view, opened, toView, close } = usePlace();

  const { failure, rows } = responses;
  if (failure?.is === 'refused' && failure.code === 'forbidden') return <NotForYou form={form} />;
  const { value: sum } = summary;
  const total = sum?.complete ? sum.count : undefined;
  return (
    <div className="desk">
      <nav className="desk-views" aria-label={words.views}>
        {views.map((it) => (
          <Link key={it} href={toView(it)} aria-current={it === view ? 'page' : undefined}>
            {words[it]}
          </Link>
        ))}
      </nav>
      {view === 'charts' ? (
        <Charts form={form} summary={summary} rows={rows} />
      ) : (
        <TableView {...{ form, responses, filter, total }} onFilter={setFilter} />
      )}
      <ExportPanel form={form} api={api} total={total} />
      {opened && (
        <Detail
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
