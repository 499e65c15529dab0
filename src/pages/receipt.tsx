import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { thanksFor } from '#core/form-functions.ts';
import type { Told } from '../cloud/told.ts';
import { usePerson } from '../deps.ts';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { Moment } from './moment.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import { reportFault } from './report-fault.ts';

type Props = {
  readonly form: Form;
  readonly entry: Told;
  readonly onAnother: () => void;
};

/** What a person gets for an entry that arrived: the form's receipt, whatever it holds. */
export default function Receipt({ form, entry, onAnother }: Props) {
  const words = useWords('sent', sent);
  const person = usePerson();
  // Changes are not confirmed. The server writes to the address of the account that sent it.
  const address = form.confirmation && entry.version === 1 ? person?.email : undefined;
  return (
    <Page
      heading={words.delivered}
      title={words.deliveredTitle(form.title)}
      lead={thanksFor(form, entry, reportFault)}
      tick
    >
      <dl className="facts">
        <ReceiptFacts form={form} facts={entry.receipt} />
        <div>
          <dt>{words.delivered}</dt>
          <dd>
            <Moment at={entry.createdAt} />
          </dd>
        </div>
        {entry.version > 1 && (
          <div>
            <dt>{words.changedAt}</dt>
            <dd>
              <Moment at={entry.updatedAt} />
            </dd>
          </div>
        )}
        {address && (
          <div>
            <dt>{words.confirmation}</dt>
            <dd>{words.mailTo(address)}</dd>
          </div>
        )}
      </dl>
      <div className="actions">
        <button className="button" type="button" onClick={onAnother}>
          {words.sendAnother}
        </button>
        <Link className="button-second" href={`/${form.id}/entries`}>
          {words.myEntries}
        </Link>
      </div>
    </Page>
  );
}
