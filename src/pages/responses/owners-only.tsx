import type { Form } from '#core/form/define-form.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';

/** Shown to people who are not owners, whether the token or the API says so. */
export function OwnersOnly({ form }: { readonly form: Form }) {
  const messages = useMessages('responses', responsesMessages);
  return (
    <div className="empty">
      <p>{messages.ownersOnly}</p>
      <Link className="button" href={pathTo.entries(form.id)}>
        {messages.seeMyEntries}
      </Link>
    </div>
  );
}
