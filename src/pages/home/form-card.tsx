import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { home } from '../../messages/en/home.ts';
import { useMessages } from '../../messages/locale.ts';
import type { LastSent } from './use-last-sent.ts';

type Props = {
  readonly form: Form;
  /** Undefined until it has been read. */
  readonly lastSent: LastSent | undefined;
};

/** A link to a form; for a signed-in person, also how far they are with it. */
export function FormCard({ form, lastSent }: Props) {
  const messages = useMessages('home', home);
  const { id, title, introduction } = form;
  return (
    <li className="card form-card">
      <h2>
        <Link href={pathTo.fill(id)}>{title}</Link>
      </h2>
      {introduction && <p>{introduction}</p>}
      {usePerson() && (
        <dl className="facts">
          <div>
            <dt>{messages.waiting}</dt>
            <dd>
              <Waiting form={id} />
            </dd>
          </div>
          <div>
            <dt>{messages.lastSent}</dt>
            <dd>
              <SentLast {...{ form: id, lastSent }} />
            </dd>
          </div>
        </dl>
      )}
    </li>
  );
}

/** Always has text, so that nothing jumps when the time is known. */
function SentLast({ form, lastSent }: Pick<Props, 'lastSent'> & { readonly form: string }) {
  const messages = useMessages('home', home);
  if (!lastSent) return <span>…</span>;
  if (lastSent === 'never' || lastSent === 'unknown') return <span>{messages[lastSent]}</span>;
  return (
    <Link href={pathTo.entries(form)}>
      <DateTime at={lastSent.at} only="date" />
    </Link>
  );
}

function Waiting({ form }: { readonly form: string }) {
  const messages = useMessages('home', home);
  const { changes, isUnread } = useOutbox();
  const ofForm = changes?.filter((it) => it.form === form && isUndelivered(it));
  if (isUnread && !ofForm?.length) return <span>{messages.unread}</span>;
  if (!ofForm) return <span>…</span>;
  if (ofForm.length === 0) return <span>{messages.nothing}</span>;
  const refused = ofForm.filter(({ status }) => status.is === 'attention').length;
  return (
    <Link href={pathTo.outbox()}>
      <span>{messages.inOutbox(ofForm.length)}</span>
      {refused > 0 && <span>{messages.needYou(refused)}</span>}
    </Link>
  );
}
