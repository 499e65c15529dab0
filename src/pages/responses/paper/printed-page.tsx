import { useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { paperMessages } from '../../../messages/en/paper.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { Page } from '../../../ui/page.tsx';
import { useSearch } from '../../../ui/navigation.ts';
import { createResponsesApi } from '../data/responses-api.ts';
import { ResponsesCrumb } from '../responses-crumb.tsx';
import { ForMembers } from '../roles/for-members.tsx';
import { useOwnZone, WithSettings } from '../settings/with-settings.tsx';
import { ZoneContext } from '../time-zone/zone-context.ts';
import { zoneInQuery } from '../time-zone/zone-in-query.ts';
import { OnePrinted } from './one-printed.tsx';
import { SomePrinted } from './some-printed.tsx';

type Props = { readonly form: Form };

/** Responses on paper: one, those that were chosen, or all that match the search and the filters of the address. */
export default function PrintedResponsesPage({ form }: Props) {
  const { username = '' } = usePerson() ?? {};
  const { title } = useMessages('paper', paperMessages);
  return (
    <Page
      heading={title(form.title)}
      title={title(form.title)}
      isWide
      before={<ResponsesCrumb href={pathTo.responses(form.id)} />}
    >
      <ForMembers form={form.id} needed="reader">
        <WithSettings key={username} username={username}>
          <Printed form={form} />
        </WithSettings>
      </ForMembers>
    </Page>
  );
}

function Printed({ form }: Props) {
  const { call } = useDeps();
  const { username: reader = '' } = usePerson() ?? {};
  const api = useMemo(() => createResponsesApi(call, form.id, reader), [call, form.id, reader]);
  const [tries, setTries] = useState(0);
  const query = new URLSearchParams(useSearch());
  const [username, id] = [query.get('username'), query.get('id')];
  const ownZone = useOwnZone();
  const zone = zoneInQuery(query) ?? ownZone;
  const onRetry = () => setTries(tries + 1);
  return (
    <ZoneContext value={zone}>
      {username && id ? (
        <OnePrinted key={tries} {...{ form, api, username, id, onRetry }} />
      ) : (
        <SomePrinted key={reader} {...{ form, api, zone }} />
      )}
    </ZoneContext>
  );
}
