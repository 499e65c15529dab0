import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { ForOwners } from './for-owners.tsx';
import { ResponsesView } from './responses-view.tsx';

/** Everybody's responses to a form, for its owners. */
export function FormResponsesPage({ form }: { readonly form: Form }) {
  const { username = '', isOwner = false } = usePerson() ?? {};
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
        <ResponsesView key={username} form={form} username={username} />
      </ForOwners>
    </Page>
  );
}
