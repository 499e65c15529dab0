import { entryReference } from '#core/entries/entry-reference.ts';
import { getOwn } from '#core/values/own-property.ts';
import { isInvited, isSensitive, type Form } from '#core/form/define-form.ts';
import { thanksFor } from '#core/form/form-functions.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { usePerson } from '../../deps.ts';
import { entriesPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { AnswersView } from '../entry/answers-view.tsx';
import { OwnFilesPart } from '../entry/own-files-part.tsx';
import { ReceiptFacts } from '../entry/receipt-facts.tsx';
import { reportFormError } from '../entry/report-form-error.ts';
import { saveReceipt } from './receipt-file.ts';
import './receipt.css';

type Props = {
  readonly form: Form;
  readonly entry: ApiEntry;
  /** Undefined if the form accepts no other entry. */
  readonly onAnother: (() => void) | undefined;
};

/** The receipt of an entry that arrived: what the form says, a reference, and what was sent. */
export default function Receipt({ form, entry, onAnother }: Props) {
  const messages = useMessages('sent', sent);
  const sender = usePerson()?.email;
  // A sensitive form is sent, and not shown again.
  const isShown = !isSensitive(form);
  return (
    <Page
      heading={messages.delivered}
      title={messages.deliveredTitle(form.title)}
      lead={thanksFor(form, entry, reportFormError)}
      hasTick
    >
      <ReceiptSummary form={form} entry={entry} sender={sender} />
      {form.nextStep && (
        <section className="receipt-part">
          <h2 className="section-heading">{messages.nextStep}</h2>
          <p>{form.nextStep}</p>
        </section>
      )}
      {isShown && (
        <section className="receipt-part">
          <h2 className="section-heading">{messages.whatYouSent}</h2>
          <AnswersView form={form} answers={entry.answers} formVersion={entry.formVersion} />
          <OwnFilesPart form={form.id} id={entry.id} answers={entry.answers} apiEntry={entry} />
        </section>
      )}
      <div className="actions">
        {form.after && (
          // Out of a frame as well, in which other sites may refuse to be shown.
          <a className="button" href={form.after.link.href} target="_top">
            {form.after.link.label}
          </a>
        )}
        <Link className={form.after ? 'button-second' : 'button'} href={entriesPath(form.id)}>
          {messages.myEntries}
        </Link>
        {onAnother && !isInvited(form) && (
          <button className="button-second" type="button" onClick={onAnother}>
            {messages.sendAnother}
          </button>
        )}
        <button className="button-quiet" type="button" onClick={() => window.print()}>
          {messages.print}
        </button>
        {isShown && (
          <button
            className="button-quiet"
            type="button"
            onClick={() => saveReceipt({ form, entry, sender }, messages)}
          >
            {messages.download}
          </button>
        )}
      </div>
    </Page>
  );
}

type SummaryProps = Pick<Props, 'form' | 'entry'> & { readonly sender: string | undefined };

function ReceiptSummary({ form, entry, sender }: SummaryProps) {
  const messages = useMessages('sent', sent);
  // Changes are not confirmed by mail. The server writes to the address of the account that sent the
  // entry.
  const confirmedTo = form.confirmation && entry.version === 1 ? sender : undefined;
  const typed = form.confirmTo !== undefined && !sender && getOwn(entry.answers, form.confirmTo);
  return (
    <dl className="facts">
      <div>
        <dt>{messages.form}</dt>
        <dd>{form.title}</dd>
      </div>
      <div>
        <dt>{messages.reference}</dt>
        <dd>
          <strong className="reference" translate="no" dir="ltr">
            {entryReference(entry.id)}
          </strong>
        </dd>
      </div>
      <ReceiptFacts form={form} facts={entry.receipt} />
      <div>
        <dt>{messages.delivered}</dt>
        <dd>
          <LocalTime at={entry.createdAt} />
        </dd>
      </div>
      {entry.version > 1 && (
        <div>
          <dt>{messages.changedAt}</dt>
          <dd>
            <LocalTime at={entry.updatedAt} />
          </dd>
        </div>
      )}
      {sender && (
        <div>
          <dt>{messages.sentAs}</dt>
          <dd>
            <bdi>{sender}</bdi>
          </dd>
        </div>
      )}
      {typeof typed === 'string' && entry.version === 1 && (
        <div>
          <dt>{messages.confirmation}</dt>
          <dd>{messages.mailToTyped(typed)}</dd>
        </div>
      )}
      {confirmedTo && (
        <div>
          <dt>{messages.confirmation}</dt>
          <dd>{messages.mailTo(confirmedTo)}</dd>
        </div>
      )}
    </dl>
  );
}
