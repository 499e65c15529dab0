import type { Form } from '#core/form/define-form.ts';
import { thanksFor } from '#core/form/form-functions.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { usePerson } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { ReceiptFacts } from '../entry/receipt-facts.tsx';
import { reportFormError } from '../entry/report-form-error.ts';

type Props = {
  readonly form: Form;
  readonly entry: ApiEntry;
  readonly onAnother: () => void;
};

/** The receipt of an entry that arrived, with whatever the form adds. */
export default function Receipt({ form, entry, onAnother }: Props) {
  const messages = useMessages('sent', sent);
  const person = usePerson();
  // Changes are not confirmed by mail. The server writes to the address of the account that sent the
  // entry.
  const address = form.confirmation && entry.version === 1 ? person?.email : undefined;
  return (
    <Page
      heading={messages.delivered}
      title={messages.deliveredTitle(form.title)}
      lead={thanksFor(form, entry, reportFormError)}
      hasTick
    >
      <dl className="facts">
        <ReceiptFacts form={form} facts={entry.receipt} />
        <div>
          <dt>{messages.delivered}</dt>
          <dd>
            <DateTime at={entry.createdAt} />
          </dd>
        </div>
        {entry.version > 1 && (
          <div>
            <dt>{messages.changedAt}</dt>
            <dd>
              <DateTime at={entry.updatedAt} />
            </dd>
          </div>
        )}
        {address && (
          <div>
            <dt>{messages.confirmation}</dt>
            <dd>{messages.mailTo(address)}</dd>
          </div>
        )}
      </dl>
      <div className="actions">
        <button className="button" type="button" onClick={onAnother}>
          {messages.sendAnother}
        </button>
        <Link className="button-second" href={pathTo.entries(form.id)}>
          {messages.myEntries}
        </Link>
      </div>
    </Page>
  );
}
