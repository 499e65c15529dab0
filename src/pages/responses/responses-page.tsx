// First: the styles of the page's parts override it.
import './responses-page.css';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { signInPath } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { ResponsesView } from './responses-view.tsx';
import { OwnersOnly } from './owners-only.tsx';

/** Everybody's responses to a form, for its owners. */
export default function ResponsesPage({ form }: { readonly form: Form }) {
  const person = usePerson();
  const messages = useMessages('responses', responsesMessages);
  return (
    <Page heading={messages.responses} title={messages.title(form.title)} lead={form.title}>
      {!person || person.sessionExpired ? (
        <SignedOut />
      ) : person.isOwner ? (
        <ResponsesView key={person.username} form={form} username={person.username} />
      ) : (
        <OwnersOnly form={form} />
      )}
    </Page>
  );
}

function SignedOut() {
  const messages = useMessages('responses', responsesMessages);
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>{messages.signInAsOwner}</p>
      <Link className="button" href={signInPath(path + window.location.search)}>
        {messages.signIn}
      </Link>
    </div>
  );
}
