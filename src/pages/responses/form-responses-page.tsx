import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { Page } from '../../ui/page.tsx';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { ForOwners } from './for-owners.tsx';
import { ResponsesView } from './responses-view.tsx';

/** Only for forms that anyone may fill in. */
const OnHoldPanel = lazyPart(() => import('./on-hold/on-hold-panel.tsx'), { Missing: Nothing });
/** Only for forms with limits. */
const SeatsPanel = lazyPart(() => import('./seats/seats-panel.tsx'), { Missing: Nothing });

/** Everybody's responses to a form, for its owners. */
export function FormResponsesPage({ form }: { readonly form: Form }) {
  const { username = '', isOwner = false } = usePerson() ?? {};
  const [releases, setReleases] = useState(0);
  const messages = useMessages('responses', responsesMessages);
  return (
    <Page
      heading={form.title}
      title={messages.title(form.title)}
      isWide
      before={
        isOwner && (
          <Link className="responses-crumb" href={pathTo.responsesHome()}>
            {messages.responses}
          </Link>
        )
      }
    >
      <ForOwners>
        {form.access === 'anyone' && (
          <OnHoldPanel {...{ form, username }} onReleased={() => setReleases(releases + 1)} />
        )}
        {form.limits && <SeatsPanel key={`seats ${releases}`} {...{ form, username }} />}
        <ResponsesView key={`${username} ${releases}`} form={form} username={username} />
      </ForOwners>
    </Page>
  );
}
