import { useState, type ComponentProps } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { Page } from '../../ui/page.tsx';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { ResponsesCrumb } from './responses-crumb.tsx';
import { ForMembers } from './roles/for-members.tsx';
import { useMay } from './roles/own-roles.ts';
import { WithSettings } from './settings/with-settings.tsx';
import { ResponsesView } from './responses-view.tsx';

/** Only for forms that anyone may fill in. */
const OnHoldPanel = lazyPart(() => import('./on-hold/on-hold-panel.tsx'), { Missing: Nothing });
/** Only for forms with limits. */
const SeatsPanel = lazyPart(() => import('./seats/seats-panel.tsx'), { Missing: Nothing });

/** Everybody's responses to a form, for whoever has a role in it. */
export function FormResponsesPage({ form }: { readonly form: Form }) {
  const { username = '' } = usePerson() ?? {};
  const [releases, setReleases] = useState(0);
  const messages = useMessages('responses', responsesMessages);
  return (
    <Page
      heading={form.title}
      title={messages.title(form.title)}
      isWide
      before={<ResponsesCrumb href={pathTo.responsesHome()} />}
    >
      <ForMembers form={form.id} needed="reader">
        <WithSettings key={username} username={username}>
          {form.access === 'anyone' && (
            <OnHoldForOwners {...{ form, username }} onReleased={() => setReleases(releases + 1)} />
          )}
          {form.limits && <SeatsPanel key={`seats ${releases}`} {...{ form, username }} />}
          <ResponsesView key={`${username} ${releases}`} form={form} username={username} />
        </WithSettings>
      </ForMembers>
    </Page>
  );
}

type OnHoldProps = ComponentProps<typeof OnHoldPanel>;

/** Others can release and erase nothing. */
function OnHoldForOwners(props: OnHoldProps) {
  return useMay(props.form.id, 'owner') ? <OnHoldPanel {...props} /> : null;
}
